// Requests that nobody of good will sends, and what each is answered, before anything runs.
import type { StoryRole } from "../../seeds/story-people";

export type HostileCase = {
  name: string;
  /** null: nobody in particular. */
  as: StoryRole | null;
  method?: "GET" | "POST";
  /** Behind /graphql. */
  search?: string;
  headers: Record<string, string>;
  body?: string | Buffer;
  /** Where a GraphQL response is accepted; as application/json, a refused document or value is 200. */
  status: number;
  code: string;
  /** What the message names. */
  says?: string;
  /** Whether the full schema has what was asked, so that one entry of it stays. */
  isDenial?: boolean;
};

type Expected = Pick<HostileCase, "status" | "code" | "says" | "isDenial">;
type Given = { as?: StoryRole | null; variables?: object; headers?: Record<string, string> };

const JSON_TYPE = { "content-type": "application/json" };

const post = (
  name: string,
  body: string | Buffer,
  expected: Expected,
  { as = "administrator", headers = JSON_TYPE }: Given = {},
): HostileCase => ({ name, as, headers, body, ...expected });

const ask = (name: string, query: string, expected: Expected, given: Given = {}): HostileCase =>
  post(name, JSON.stringify({ query, variables: given.variables }), expected, given);

const get = (
  name: string,
  query: string,
  expected: Expected,
  { as = "administrator", headers = {} }: Given = {},
): HostileCase => {
  const search = `?query=${encodeURIComponent(query)}`;
  return { name, as, headers, method: "GET", search, ...expected };
};

const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(" ");
const nested = (count: number, open: string, inner: string, close: string): string =>
  open.repeat(count) + inner + close.repeat(count);
const circular = (levels: number, first: number): string =>
  nested(levels, `platformUsers(first: ${first}) { nodes { customer { `, "id", " } } }");

const TOO_COMPLEX: Expected = { status: 400, code: "QUERY_TOO_COMPLEX" };
const TOO_COSTLY: Expected = { status: 400, code: "QUERY_TOO_COSTLY" };
const BATCH: Expected = { status: 400, code: "BATCH_NOT_ALLOWED" };
const INVALID: Expected = { status: 400, code: "GRAPHQL_VALIDATION_FAILED" };
const BAD_INPUT: Expected = { status: 400, code: "BAD_USER_INPUT" };
const BAD_REQUEST: Expected = { status: 400, code: "BAD_REQUEST" };
const NO_JSON: Expected = { status: 415, code: "UNSUPPORTED_MEDIA_TYPE" };
const FOREIGN_PAGE: Expected = { status: 403, code: "ORIGIN_NOT_ALLOWED" };
const DEACTIVATE = `platformUserDeactivate(input: { id: "01990000-0000-7000-8000-ffffffffffff" }) { platformUser { id } }`;

export const MANY_AT_ONCE: HostileCase[] = [
  ask("101 aliases of __typename", `{ ${times(101, (n) => `a${n}: __typename`)} }`, TOO_COMPLEX),
  ask(
    "20 aliases of a costly root field",
    `{ ${times(20, (n) => `a${n}: platformUsers(first: 100) { nodes { id } }`)} }`,
    TOO_COMPLEX,
  ),
  ask(
    "one mutation 200 times by alias",
    `mutation { ${times(200, (n) => `a${n}: ${DEACTIVATE}`)} }`,
    TOO_COMPLEX,
  ),
  ask(
    "six mutations at once, through a fragment",
    `mutation { ${DEACTIVATE} ...Rest } fragment Rest on Mutation { ${times(5, (n) => `a${n}: ${DEACTIVATE}`)} }`,
    TOO_COMPLEX,
  ),
  post("a batch of ten", JSON.stringify(Array(10).fill({ query: "{ __typename }" })), BATCH),
  post("a batch of one", JSON.stringify([{ query: "{ __typename }" }]), BATCH),
  ask("circular relations to depth 16", `{ ${circular(5, 1)} }`, TOO_COMPLEX),
  ask("four levels of twelve users each", `{ ${circular(4, 12)} }`, TOO_COMPLEX),
  ask(
    "the same by a variable, three levels and all of their activities",
    `query ($first: Int!) { ${nested(3, "platformUsers(first: $first) { nodes { customer { ", "id", " } activities(first: $first) { nodes { id } } } }")} }`,
    TOO_COSTLY,
    { variables: { first: 30 } },
  ),
  ask(
    "a page of hundreds within a page of hundreds, in fragments",
    `{ platformUsers(first: 100) { ...Page } } fragment Page on PlatformUserConnection { nodes { ...User } }
      fragment User on PlatformUser { activities(first: 100) { edges { node { id } } } }`,
    TOO_COSTLY,
  ),
  ask("500 repeats of a field", `{ ${"__typename ".repeat(500)} }`, TOO_COMPLEX),
  ask("10,000 repeats of a field", `{ ${"id ".repeat(10_000)} }`, TOO_COMPLEX),
  ask("3,000 nested inline fragments", `{ ${nested(3_000, "...{", "id", "}")} }`, TOO_COMPLEX),
  ask(
    "3,000 nested input objects",
    `{ platformUsers(filter: ${nested(3_000, "{a:", "1", "}")}) { totalCount } }`,
    TOO_COMPLEX,
  ),
  ask(
    "3,000 nested lists",
    `{ platformUsers(filter: ${nested(3_000, "[", "", "]")}) { totalCount } }`,
    TOO_COMPLEX,
  ),
  ask("3,000 nested list types", `query ($a: ${nested(3_000, "[", "Int", "]")}) { me { id } }`, {
    ...TOO_COMPLEX,
  }),
  post(
    "variables nested 3,000 times",
    `{"query":"query ($f: PlatformUserFilter) { platformUsers(filter: $f) { totalCount } }","variables":{"f":${nested(3_000, '{"a":', "1", "}")}}}`,
    TOO_COMPLEX,
  ),
  ask("@skip 50 times", `{ __typename ${"@skip(if: false) ".repeat(50)} }`, TOO_COMPLEX),
  ask("100 unknown directives", `{ __typename ${"@aa".repeat(100)} }`, TOO_COMPLEX),
  ask(
    "fragments that double each other",
    `{ me { ...F0 } } ${times(40, (n) => `fragment F${n} on PlatformUser { customer { id } ...F${n + 1} ...F${n + 1} }`)} fragment F40 on PlatformUser { id }`,
    TOO_COMPLEX,
  ),
  ask(
    "the same fields of fifty fragments in one place",
    `{ ${times(50, (n) => `...F${n}`)} } ${times(50, (n) => `fragment F${n} on Query { ${times(38, (f) => `x${f}`)} }`)}`,
    TOO_COMPLEX,
  ),
  ask(
    "the same fields of fifty fragments, one level down each",
    `{ ${times(50, (n) => `...F${n}`)} } ${times(50, (n) => `fragment F${n} on Query { me { ${times(37, (f) => `x${f}`)} } }`)}`,
    TOO_COMPLEX,
  ),
  ask("950 unknown fields with one below each", `{ ${times(950, (n) => `x${n} { y }`)} }`, {
    ...INVALID,
  }),
  ask(
    "300 unknown fields of an input",
    `mutation { signIn(input: { ${times(300, (n) => `x${n}: 1`)} }) { session { accessToken } } }`,
    { ...INVALID, status: 401 },
    { as: null },
  ),
  ask(
    "4,000 unknown fields of an input among the variables",
    "query ($f: PlatformUserFilter) { platformUsers(filter: $f) { totalCount } }",
    BAD_INPUT,
    { variables: { f: Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`x${n}`, 1])) } },
  ),
  ask("a fragment that spreads itself", "{ me { ...F } } fragment F on PlatformUser { ...F }", {
    ...INVALID,
  }),
];

const page = (first: string) => `{ platformUsers(first: ${first}) { nodes { id } } }`;
const pageBy = (type: string) =>
  `query ($first: ${type}) { platformUsers(first: $first) { nodes { id } } }`;
const naming = (expected: Expected, says = "first"): Expected => ({ ...expected, says });

export const PAGES: HostileCase[] = [
  ...["0", "-1", "999999"].map((first) => ask(`first: ${first}`, page(first), naming(BAD_INPUT))),
  ...["2147483648", "1.5", "null"].map((first) =>
    ask(`first: ${first}`, page(first), naming(INVALID)),
  ),
  ...[0, -1, 999_999, 2_147_483_648, 1.5, null].map((first) =>
    ask(`first by a variable: ${first}`, pageBy("Int"), naming(BAD_INPUT), {
      variables: { first },
    }),
  ),
  ask("first with last", "{ platformUsers(first: 1, last: 1) { totalCount } }", {
    ...naming(INVALID, "last"),
  }),
  ask(
    "orderBy null by a variable",
    "query ($o: PlatformUserOrder) { platformUsers(orderBy: $o) { totalCount } }",
    naming(BAD_INPUT, "orderBy"),
    { variables: { o: null } },
  ),
  ask(
    "a condition that is null",
    "query ($if: Boolean = true) { me @skip(if: $if) { id } }",
    naming(BAD_INPUT, "if"),
    { variables: { if: null } },
  ),
  post(
    "a persisted query",
    JSON.stringify({
      query: "{ me { id } }",
      extensions: { persistedQuery: { version: 1, sha256Hash: "x" } },
    }),
    naming({ status: 400, code: "PERSISTED_QUERY_NOT_SUPPORTED" }, "extensions.persistedQuery"),
  ),
];

const BODY = '{"query":"{ viewer { id } }"}';
const typed = (type: string): Given => ({ headers: { "content-type": type } });

export const CONTENT_TYPES: HostileCase[] = [
  post("no content type", Buffer.from(BODY), NO_JSON, { headers: {} }),
  post("text/plain", BODY, NO_JSON, typed("text/plain")),
  post("a form", "query=%7Bviewer%7Bid%7D%7D", NO_JSON, typed("application/x-www-form-urlencoded")),
  post("multipart", BODY, NO_JSON, typed("multipart/form-data; boundary=x")),
  post("an odd charset", BODY, NO_JSON, typed("application/json; charset=utf-7")),
  post("empty parameters", BODY, NO_JSON, typed("application/json;;")),
  post("UTF-16, declared", Buffer.from(BODY, "utf16le"), NO_JSON, {
    ...typed("application/json; charset=utf-16"),
  }),
  post("UTF-16, undeclared", Buffer.from(`\ufeff${BODY}`, "utf16le"), BAD_REQUEST),
  post("two byte order marks", `\ufeff\ufeff${BODY}`, BAD_REQUEST),
  post("a lone surrogate", '{"query":"{ me { id } }","variables":{"a":"\\ud800"}}', BAD_REQUEST),
  {
    ...get("a lone surrogate by GET", "{ me { id } }", BAD_REQUEST),
    search: `?query=%7Bme%7Bid%7D%7D&variables=${encodeURIComponent('{"a":"\\ud800"}')}`,
  },
];

const misspelt = (name: string, query: string, expected = INVALID, given: Given = {}) =>
  ask(`misspelt: ${name}`, query, expected, given);

export const MISSPELT: HostileCase[] = [
  misspelt("a field", "{ platformUser { totalCount } }"),
  misspelt("a field of a type", "{ platformUsers { nodes { nam } } }"),
  misspelt("an argument", "{ platformUsers(frist: 1) { totalCount } }"),
  misspelt("an enum value", "{ platformUsers(orderBy: NAMEE) { totalCount } }"),
  misspelt("an input key", '{ platformUsers(filter: { nameStartWith: "x" }) { totalCount } }'),
  misspelt(
    "an enum value in a variable",
    "query ($o: PlatformUserOrder!) { platformUsers(orderBy: $o) { totalCount } }",
    BAD_INPUT,
    { variables: { o: "NAMEE" } },
  ),
  misspelt(
    "an input key in a variable",
    "query ($f: PlatformUserFilter) { platformUsers(filter: $f) { totalCount } }",
    BAD_INPUT,
    { variables: { f: { nameStartWith: "x" } } },
  ),
  misspelt("a type", "query ($f: PlatformUserFiltr) { platformUsers(filter: $f) { totalCount } }"),
  ask("a field of another audience", "{ prospects { totalCount } }", {
    ...INVALID,
    isDenial: true,
  }),
  ask("a type of another audience", "{ node(id: 1) { ... on Prospect { name } } }", {
    ...INVALID,
    isDenial: true,
  }),
];

const MUTATION = `mutation { ${DEACTIVATE} }`;
const PREFLIGHT: Expected = { status: 400, code: "PREFLIGHT_REQUIRED" };

export const FORGERY: HostileCase[] = [
  post("a form of another site", "query=x", NO_JSON, {
    as: null,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://evil.example",
    },
  }),
  get("a mutation by GET", MUTATION, { status: 405, code: "BAD_REQUEST" }),
  get("GET without a preflight header", "{ viewer { id } }", PREFLIGHT, { as: null }),
  ask("a foreign Origin", "{ viewer { id } }", FOREIGN_PAGE, {
    headers: { ...JSON_TYPE, origin: "https://evil.example" },
  }),
];

export const INJECTIONS: HostileCase[] = [
  ...["id; DROP TABLE customers", "CASE WHEN (SELECT 1) THEN id END", "name desc"].map((text) =>
    ask(
      `sorted by ${text}`,
      "query ($o: PlatformUserOrder!) { platformUsers(orderBy: $o) { totalCount } }",
      BAD_INPUT,
      { variables: { o: text } },
    ),
  ),
  ask(
    "a filter that is an operator",
    "query ($f: PlatformUserFilter) { platformUsers(filter: $f) { totalCount } }",
    BAD_INPUT,
    { variables: { f: { nameStartsWith: { ne: "" } } } },
  ),
  ...["customerId", "createdAt", "state", "emailAddress"].map((key) =>
    ask(
      `an update that carries ${key}`,
      "mutation ($input: PlatformUserUpdateInput!) { platformUserUpdate(input: $input) { platformUser { id } } }",
      BAD_INPUT,
      { variables: { input: { id: "01990000-0000-7000-8000-05e200000002", [key]: "x" } } },
    ),
  ),
  ask(
    "an update that carries a nested foreign object",
    `mutation { platformUserUpdate(input: { id: "01990000-0000-7000-8000-05e200000002", customer: { id: "x" } }) { platformUser { id } } }`,
    INVALID,
  ),
];

/** Without a token, outside development mode. */
export const INTROSPECTION: HostileCase[] = [
  ["plain", "{ __schema { types { name } } }"],
  ["by alias", "{ a: __schema { types { name } } }"],
  ["in a fragment", "{ ...F } fragment F on Query { __schema { types { name } } }"],
  ["in an inline fragment", '{ ... on Query { b: __type(name: "Query") { name } } }'],
].flatMap(([name, query]) => [
  ask(`introspection ${name}`, query!, { ...INVALID, status: 401 }, { as: null }),
  get(
    `introspection ${name}, by GET`,
    query!,
    { ...INVALID, status: 401 },
    { as: null, headers: { "apollo-require-preflight": "1" } },
  ),
]);

export const HOSTILE_CASES: HostileCase[] = [
  ...MANY_AT_ONCE,
  ...PAGES,
  ...CONTENT_TYPES,
  ...MISSPELT,
  ...FORGERY,
  ...INJECTIONS,
];
