// The API outside development mode, as a scanner meets it: graphql-cop's thirteen checks, each by what it calls a finding,
// and introspection, which shows whoever signed in the own audience's schema and nobody else any.
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { lexicographicSortSchema, printSchema } from "graphql";
import { mergeFragments } from "../../src/access/fragment";
import { describedSchemas } from "../../src/graphql/describe";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { type Api, openProductionApi } from "../setup/api";
import { signInAsStaff, withToken } from "../setup/signing-in";
import { INTROSPECTION } from "./hostile-cases";
import { sendHostile } from "./send-hostile";

let api: Api;
beforeAll(async () => (api = await openProductionApi()));
afterAll(() => api.close());

const JSON_TYPE = { "content-type": "application/json" };
type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

async function answerTo({ method = "POST", path = "/graphql", headers, body }: Sent) {
  const response = await fetch(`${api.address}${path}`, { method, headers, body });
  const text = await response.text();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a scanner reads answers freely
  let json: any = {};
  try {
    json = JSON.parse(text);
  } catch {
    // a scanner takes it as no finding
  }
  return { status: response.status, text, json };
}
const ask = (query: string) =>
  answerTo({ headers: JSON_TYPE, body: JSON.stringify({ query, operationName: null }) });
const inAddress = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const aliases = (count: number) =>
  Array.from({ length: count }, (_, n) => `alias${n}:__typename`).join(" ");

type Check = [name: string, finds: () => Promise<boolean>];
const CHECKS: Check[] = [
  [
    "alias overloading: a hundred aliases are answered",
    async () => !!(await ask(`query cop { ${aliases(101)} }`)).json.data?.alias100,
  ],
  [
    "array batching: ten queries are answered at once",
    async () => {
      const body = JSON.stringify(Array(10).fill({ query: "query cop { __typename }" }));
      return (await answerTo({ headers: JSON_TYPE, body })).json.length >= 10;
    },
  ],
  [
    "circular introspection is answered",
    async () => {
      const fields = "{ fields { type ".repeat(4);
      const query = `query cop { __schema { types ${fields} { name } ${"} ".repeat(8)} } }`;
      return (await ask(query)).json.data?.__schema?.types?.length > 25;
    },
  ],
  [
    "directive overloading: ten unknown directives are ten errors",
    async () => (await ask(`query cop { __typename ${"@aa".repeat(10)} }`)).json.errors.length > 2,
  ],
  [
    "field duplication: 500 of the same field are answered",
    async () => !!(await ask(`query cop { ${"__typename \n".repeat(500)} }`)).json.data?.__typename,
  ],
  [
    "field suggestions",
    async () => /did you mean/i.test((await ask("query cop { __schema { directive } }")).text),
  ],
  [
    "queries by GET",
    async () => {
      const path = inAddress("query cop { __typename }");
      return !!(await answerTo({ method: "GET", path })).json.data?.__typename;
    },
  ],
  [
    "an explorer in the browser",
    async () => {
      const pages = ["/", "/graphiql", "/playground", "/console", "/graphql"].map((path) =>
        answerTo({ method: "GET", path, headers: { accept: "text/html" } }),
      );
      const signs = /graphiql|graphql[ -]playground|apollo sandbox/i;
      return (await Promise.all(pages)).some(({ text }) => signs.test(text));
    },
  ],
  [
    "introspection",
    async () => !!(await ask("query cop { __schema { types { name } } }")).json.data?.__schema,
  ],
  [
    "mutations by GET",
    async () => {
      const path = inAddress("mutation cop { __typename }");
      return !!(await answerTo({ method: "GET", path })).json.data?.__typename;
    },
  ],
  [
    "queries as a form",
    async () => {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const body = `query=${encodeURIComponent("query cop { __typename }")}`;
      return !!(await answerTo({ headers, body })).json.data?.__typename;
    },
  ],
  [
    "tracing",
    async () => {
      const { json, text } = await ask("query cop { __typename }");
      return !!json.extensions?.tracing || /stacktrace/i.test(text);
    },
  ],
  [
    "errors that nobody handled",
    async () => {
      const { status, json, text } = await ask("qwerty cop { abc }");
      const shown = json.errors[0].extensions;
      return status >= 500 || !!shown.exception || /stacktrace| at .*\.js/.test(text);
    },
  ],
];

test("thirteen checks are made", () => expect(CHECKS.length).toBe(13));
test.each(CHECKS)("no finding: %s", async (_name, finds) => expect(await finds()).toBe(false));

test.each(INTROSPECTION.map((each) => [each.name, each] as const))("%s", async (_name, one) => {
  const { status, code, text } = await sendHostile(api.address, one, {});
  expect([status, code]).toEqual([one.status, one.code]);
  expect(text).not.toContain('"data"');
});

test("whoever signed in is shown the own audience's schema and nothing beside it", async () => {
  const schema = buildFullSchema();
  const own = describedSchemas(schema, mergeFragments(accessFragments, schema)).audiences.get(
    "SUPPORT",
  )!;
  const { accessToken } = await signInAsStaff(api, "SUPPORT");
  const { data } = await withToken(api, accessToken)(getIntrospectionQuery());
  const printed = (of: Parameters<typeof printSchema>[0]) =>
    printSchema(lexicographicSortSchema(of)).split("\n");
  expect(printed(buildClientSchema(data as IntrospectionQuery))).toEqual(printed(own));
  const other = await withToken(
    api,
    accessToken,
  )(
    '{ a: __type(name: "Prospect") { name } ...F } fragment F on Query { b: __type(name: "Query") { fields { name } } }',
  );
  expect(other.data.a).toBeNull();
  const names = other.data.b.fields.map(({ name }: { name: string }) => name).sort();
  expect(names).toEqual(Object.keys(own.getQueryType()!.getFields()).sort());
});
