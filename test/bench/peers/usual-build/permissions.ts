// Every field of every type asks whether somebody is signed in, as graphql-shield's own examples have it.
import { rule, shield } from "graphql-shield";
import type { Context } from "./context";

const isAuthenticated = rule({ cache: "contextual" })(
  (_parent, _args, { viewer }: Context) => viewer !== null,
);

const TYPES = [
  ...["Query", "CustomerConnection", "Customer", "PlatformUserConnection", "PlatformUser"],
  ...[
    "ActivityConnection",
    "Activity",
    "ContactChangePage",
    "ContactChange",
    "Contact",
    "PageInfo",
  ],
];

export const permissions = shield(
  Object.fromEntries(TYPES.map((type) => [type, { "*": isAuthenticated }])),
  { fallbackRule: isAuthenticated },
);
