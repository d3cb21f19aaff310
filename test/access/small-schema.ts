// A small shop, for the tests of wall 1: an interface, a union, an enum, inputs, and rows that are plain objects.
import { buildSchema, graphql, type GraphQLSchema, isAbstractType, isObjectType } from "graphql";
import { connectionFields, everyone, fields, fragment, only } from "../../src/access/fragment";
import type { Context } from "../../src/graphql/context";
import { budgetOf } from "../../src/limits/budget";
import type { Audience } from "../../src/viewer/audience";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";

const SDL = `
  interface Node { id: ID! }
  type Person implements Node { id: ID!  name: String!  email: String  status: Status  friend: Person }
  type Order implements Node { id: ID!  total: Int!  buyer: Person }
  type Secret { code: String }
  type SecretHolder { secret: Secret }
  union Found = Person | Order
  enum Status { OPEN CLOSED HIDDEN }
  enum Sort { NAME EMAIL }
  input PersonFilter { name: String  email: String }
  type PersonEdge { cursor: String!  node: Person! }
  type PersonConnection { edges: [PersonEdge!]!  nodes: [Person!]!  pageInfo: PageInfo!  totalCount: Int }
  type PageInfo { hasNextPage: Boolean! }
  type Query {
    hello: String
    people(filter: PersonFilter, sort: Sort = NAME): PersonConnection
    node(id: ID): Node
    nodes: [Node!]
    found: [Found!]
    holder: SecretHolder
  }
`;

const PEOPLE = [
  { id: "1", name: "Ada", email: "ada@example.com", status: "OPEN", __typename: "Person" },
  { id: "2", name: "Bob", email: null, status: "HIDDEN", __typename: "Person" },
];
const ORDER = { id: "9", total: 3, buyer: PEOPLE[0], __typename: "Order" };

const RESOLVERS: Record<string, () => unknown> = {
  hello: () => "hello",
  people: () => ({
    nodes: PEOPLE,
    edges: PEOPLE.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: false },
    totalCount: 2,
  }),
  node: () => ORDER,
  nodes: () => [...PEOPLE, ORDER],
  found: async () => [ORDER, Promise.resolve(PEOPLE[0])],
  holder: () => ({ secret: { code: "x" } }),
};

/** The shop, with lines of SDL changed or added to show a fault. */
export function shop(change: (sdl: string) => string = (sdl) => sdl): GraphQLSchema {
  const schema = buildSchema(change(SDL));
  for (const [name, resolve] of Object.entries(RESOLVERS)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (field) field.resolve = resolve;
  }
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = (row: { __typename?: string }) => row.__typename;
  return schema;
}

const staff = only("SUPPORT", "MARKETING");

/** SUPPORT sees the shop; MARKETING people without addresses; PRIVACY_OFFICER orders alone; others nothing of it. */
export const shopFragment = () =>
  fragment(
    {
      Query: {
        hello: everyone,
        people: staff,
        ...fields("node nodes found", everyone),
        holder: everyone,
      },
      Person: {
        ...fields("id name status friend", staff),
        email: only("SUPPORT"),
      },
      Order: {
        ...fields("id total", only("SUPPORT", "PRIVACY_OFFICER")),
        buyer: only("SUPPORT", "PRIVACY_OFFICER"),
      },
      Secret: { code: only("OPERATOR") },
      SecretHolder: { secret: only("SUPPORT") },
      PageInfo: { hasNextPage: everyone },
      ...connectionFields("Person", staff),
    },
    {
      "PersonFilter.email": only("SUPPORT"),
      "Sort.EMAIL": only("SUPPORT"),
      "Status.HIDDEN": only("SUPPORT"),
    },
  );

export function asking(audience: Audience): Context {
  const caller = { address: "127.0.0.1", network: "127.0.0.0/24", device: null, keptToken: null };
  const viewer = { ...PUBLIC_VIEWER, audience };
  return { viewer, caller, budget: budgetOf(viewer, caller) };
}

/** Asks the schema as this audience. */
export const ask = (schema: GraphQLSchema, audience: Audience, source: string) =>
  graphql({ schema, source, contextValue: asking(audience) });

export const fieldsOf = (schema: GraphQLSchema, name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()) : [];
};
