// PostGraphile as it serves in production: no GraphiQL, no watching, answers written as text at once, plans and prepared
// statements kept. Smart tags tell it what no constraint says.
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";
import { contactOfChange } from "./contact-of-change.mjs";

const CONNECTIONS = 16;

const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      activities: { tags: { foreignKey: "(customer_id) references customers (id)" } },
      platform_users: { tags: { unique: "id" } },
      // left out: it would be called as an enum is
      lawful_bases: { tags: { name: "lawful_basis_records", behavior: "-*" } },
    },
  },
});

export const preset = (connectionString) => ({
  extends: [PostGraphileAmberPreset],
  plugins: [tags, contactOfChange],
  disablePlugins: ["PgIndexBehaviorsPlugin"], // state and role, asked for here, begin no index
  pgServices: [
    makePgService({ connectionString, schemas: ["public"], poolConfig: { max: CONNECTIONS } }),
  ],
  grafast: { explain: false },
  grafserv: {
    ...{ graphqlPath: "/graphql", outputDataAsString: true },
    ...{ graphiql: false, watch: false, websockets: false },
  },
});
