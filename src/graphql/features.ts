// What the features bring along: resolvers, tables and doors. A new feature is added here, and nowhere else.
import type { GraphQLSchema } from "graphql";
import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { Fragment } from "../access/fragment";
import { allShapes } from "../access/record";
import { apiClientAccess } from "../api-clients/access";
import { apiClientResolvers } from "../api-clients/api-client.resolver";
import { auditAccess, auditResolvers } from "../audit/audit.resolver";
import { auditSealingAccess, AuditSealingResolver } from "../audit/sealing/state";
import { accessLogAccess, accessLogResolvers } from "../audit/seen/resolver";
import { contactSyncAccess } from "../contact-sync/access";
import { contactSyncResolvers } from "../contact-sync/contact-sync.resolver";
import { customerAccess } from "../customers/access";
import { customerResolvers } from "../customers/customer.resolver";
import { figureAccess } from "../dashboards/access";
import { figureResolvers } from "../dashboards/figure.resolver";
import { exportAccess } from "../exports/access";
import { exportResolvers } from "../exports/export.resolver";
import { importAccess } from "../imports/access";
import { importResolvers } from "../imports/import.resolver";
import { invitationAccess } from "../invitations/access";
import { invitationResolvers } from "../invitations/invitation.resolver";
import { intakeAccess } from "../intake/access";
import { intakeResolvers } from "../intake/intake.resolver";
import { jobAccess, jobResolvers } from "../jobs/job.resolver";
import { lawfulBasisAccess } from "../lawful-bases/access";
import { lawfulBasisResolvers } from "../lawful-bases/lawful-basis.resolver";
import "../lawfulness/technical-tables";
import { rateLimitAccess, rateLimitResolvers } from "../limits/rate-limit.resolver";
import { platformUserAccess } from "../platform-users/access";
import { platformUserResolvers } from "../platform-users/platform-user.resolver";
import { preferencesAccess } from "../preferences/access";
import { preferencesResolvers } from "../preferences/preferences.resolver";
import { privacyOfficerAccess } from "../privacy-requests/access";
import { privacyOfficerResolvers } from "../privacy-requests/privacy-officer.resolver";
import { prospectAccess } from "../prospects/access";
import { prospectResolvers } from "../prospects/prospect.resolver";
import { bulkActionAccess } from "../bulk-actions/access";
import { bulkActionResolvers } from "../bulk-actions/bulk-action.resolver";
import { retentionAccess } from "../retention/access";
import { retentionResolvers } from "../retention/retention.resolver";
import { savedViewAccess } from "../saved-views/access";
import { savedViewResolvers } from "../saved-views/saved-view.resolver";
import { serviceProviderAccess } from "../service-providers/access";
import { serviceProviderResolvers } from "../service-providers/service-provider.resolver";
import { staffAccess } from "../staff/access";
import { staffResolvers } from "../staff/staff.resolver";
import { subscriberAccess } from "../subscribers/access";
import { subscriberResolvers } from "../subscribers/subscriber.resolver";
import { SessionResolver } from "../viewer/sessions/session.resolver";
import { signInAccess } from "../viewer/sign-in/access";
import { SignInResolver } from "../viewer/sign-in/sign-in.resolver";
import { viewerAccess, viewerResolvers } from "../viewer/viewer.resolver";
import { withCounts } from "./connection";
import { nodeAccess, nodeResolvers } from "./node.resolver";
import { withChildren } from "./reads/children";
import { makeSchema } from "./schema";

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type for resolvers
const resolvers: Function[] = [
  ...viewerResolvers,
  ...rateLimitResolvers,
  SignInResolver,
  SessionResolver,
  ...preferencesResolvers,
  ...savedViewResolvers,
  ...nodeResolvers,
  ...staffResolvers,
  ...invitationResolvers,
  ...customerResolvers,
  ...platformUserResolvers,
  ...prospectResolvers,
  ...bulkActionResolvers,
  ...subscriberResolvers,
  ...importResolvers,
  ...exportResolvers,
  ...contactSyncResolvers,
  ...intakeResolvers,
  ...figureResolvers,
  ...serviceProviderResolvers,
  ...apiClientResolvers,
  ...privacyOfficerResolvers,
  ...lawfulBasisResolvers,
  ...retentionResolvers,
  ...auditResolvers,
  AuditSealingResolver,
  ...accessLogResolvers,
  ...jobResolvers,
];

export const accessFragments: Fragment[] = [
  viewerAccess,
  rateLimitAccess,
  signInAccess,
  preferencesAccess,
  savedViewAccess,
  nodeAccess,
  staffAccess,
  invitationAccess,
  customerAccess,
  platformUserAccess,
  prospectAccess,
  bulkActionAccess,
  subscriberAccess,
  importAccess,
  exportAccess,
  contactSyncAccess,
  intakeAccess,
  figureAccess,
  serviceProviderAccess,
  apiClientAccess,
  privacyOfficerAccess,
  lawfulBasisAccess,
  retentionAccess,
  auditAccess,
  auditSealingAccess,
  accessLogAccess,
  jobAccess,
];

/** Every class that maps a table. */
export const entities = (): EntityTarget<ObjectLiteral>[] =>
  allShapes().map((shape) => shape.class);

let schema: GraphQLSchema | undefined;

/** The whole schema, made once: the audiences' schemas and the printed files are derived from it. */
export const buildFullSchema = (): GraphQLSchema =>
  (schema ??= withChildren(withCounts(makeSchema(resolvers))));
