// What the features bring along: resolvers, tables and doors. A new feature is added here, and nowhere else.
import type { GraphQLSchema } from "graphql";
import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { Fragment } from "../access/fragment";
import { allShapes } from "../access/record";
import { customerAccess } from "../customers/access";
import { customerResolvers } from "../customers/customer.resolver";
import { platformUserAccess } from "../platform-users/access";
import { platformUserResolvers } from "../platform-users/platform-user.resolver";
import { prospectAccess } from "../prospects/access";
import { prospectResolvers } from "../prospects/prospect.resolver";
import { subscriberAccess } from "../subscribers/access";
import { subscriberResolvers } from "../subscribers/subscriber.resolver";
import "../lawfulness/technical-tables";
import { viewerAccess, viewerResolvers } from "../viewer/viewer.resolver";
import { nodeAccess, nodeResolvers } from "./node.resolver";
import { makeSchema } from "./schema";

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type for resolvers
export const resolvers: Function[] = [
  ...viewerResolvers,
  ...nodeResolvers,
  ...customerResolvers,
  ...platformUserResolvers,
  ...prospectResolvers,
  ...subscriberResolvers,
];

export const accessFragments: Fragment[] = [
  viewerAccess,
  nodeAccess,
  customerAccess,
  platformUserAccess,
  prospectAccess,
  subscriberAccess,
];

/** Every class that maps a table. */
export const entities = (): EntityTarget<ObjectLiteral>[] =>
  allShapes().map((shape) => shape.class);

let schema: GraphQLSchema | undefined;

/** The whole schema, made once: the audiences' schemas and the printed files are derived from it. */
export const buildFullSchema = (): GraphQLSchema => (schema ??= makeSchema(resolvers));
