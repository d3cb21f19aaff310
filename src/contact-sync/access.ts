// The doors of marketing tools: nothing at all without an agreement in force with their provider.
import { and } from "graphql-shield";
import { dynamicRule, fields, fragment, only } from "../access/fragment";
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { operationError } from "../errors/operation-error";
import { actorOf } from "../viewer/actor";
import { kindsFor } from "./kinds";

const tool = only("CONTACT_SYNC");

const hasAgreementInForce = dynamicRule(
  "hasAgreementInForce",
  async (_parent, _args, { viewer }) => {
    const [found] = await inOneTrip(actorOf(viewer, kindsFor(viewer)[0]), [
      sql`select from provider_agreements where service_provider_id = ${viewer.serviceProviderId}::uuid
      and in_force_from <= decision_time() and (ended_at is null or ended_at > decision_time()) limit 1`,
    ]);
    if (found?.rowCount) return true;
    return operationError("NO_AGREEMENT");
  },
);

export const contactSyncAccess = fragment({
  Query: { contactChanges: and(tool, hasAgreementInForce) },
  ContactChangePage: fields("nodes pageInfo", tool),
  ContactChange: fields("changeNumber kind id contact", tool),
  Contact: fields("name companyName emailAddress mayEmail", tool),
});
