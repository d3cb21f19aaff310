import {
  defaultFieldResolver,
  type GraphQLError,
  isEnumType,
  isInterfaceType,
  parse,
  validate,
} from "graphql";
import { applyMiddleware } from "graphql-middleware";
import { and, or } from "graphql-shield";
import { dynamicRule, fragment, mergeFragments, only } from "../../src/access/fragment";
import { accessMatrix } from "../../src/access/matrix";
import { objectFieldsOf } from "../../src/access/places";
import { shieldOver } from "../../src/access/shield";
import { audienceSchema } from "../../src/graphql/audience-schema";
import { AUDIENCES } from "../../src/viewer/audience";
import { ask, fieldsOf, shop, shopFragment } from "./small-schema";

const schema = shop();
const access = mergeFragments([shopFragment()], schema);
const support = audienceSchema(schema, access, "SUPPORT");
const marketing = audienceSchema(schema, access, "MARKETING");
const officer = audienceSchema(schema, access, "PRIVACY_OFFICER");
const dashboard = audienceSchema(schema, access, "DASHBOARD");

describe("what an audience lacks", () => {
  test("a field is absent where its verdict is no", () => {
    expect(fieldsOf(support, "Person")).toEqual(["id", "name", "email", "status", "friend"]);
    expect(fieldsOf(marketing, "Person")).toEqual(["id", "name", "status", "friend"]);
  });

  test("a type without a seen field dies, and takes along what returns it, to a fixed point", () => {
    expect(support.getType("Secret")).toBeUndefined();
    expect(support.getType("SecretHolder")).toBeUndefined();
    expect(fieldsOf(support, "Query")).not.toContain("holder");
    expect(fieldsOf(dashboard, "Query")).toEqual(["hello"]);
    const ours = Object.keys(dashboard.getTypeMap()).filter((name) => !name.startsWith("__"));
    expect(ours.sort()).toEqual(["Boolean", "Query", "String"]);
  });

  test("a field dies with the type it returns, though its own verdict is yes", () => {
    expect(fieldsOf(officer, "Order")).toEqual(["id", "total"]);
    expect(officer.getType("Person")).toBeUndefined();
  });

  test("an interface keeps what all its living implementors show, and names them", () => {
    const node = officer.getType("Node");
    expect(isInterfaceType(node) && officer.getPossibleTypes(node).map(String)).toEqual(["Order"]);
    expect(fieldsOf(marketing, "Query")).toContain("node");
    expect(marketing.getType("Order")).toBeUndefined();
  });

  test("an interface loses a field that one implementor hides", () => {
    const wider = shop((sdl) =>
      sdl
        .replace("interface Node { id: ID! }", "interface Node { id: ID!  note: String }")
        .replace("total: Int!", "total: Int!  note: String")
        .replace("name: String!  email", "name: String!  note: String  email"),
    );
    const merged = mergeFragments(
      [
        shopFragment(),
        fragment({
          Person: { note: only("SUPPORT", "MARKETING") },
          Order: { note: only("PRIVACY_OFFICER") },
        }),
      ],
      wider,
    );
    const fieldsOfNode = (audience: "SUPPORT" | "MARKETING") => {
      const node = audienceSchema(wider, merged, audience).getType("Node");
      return isInterfaceType(node) ? Object.keys(node.getFields()) : [];
    };
    expect(fieldsOfNode("SUPPORT")).toEqual(["id"]);
    expect(fieldsOfNode("MARKETING")).toEqual(["id", "note"]);
  });

  test("arguments, input fields and enum values are absent by coordinate", () => {
    const faults = (source: string) => validate(marketing, parse(source)).length;
    expect(faults(`{ people(filter: { name: "a" }, sort: NAME) { totalCount } }`)).toBe(0);
    expect(faults(`{ people(filter: { email: "a" }) { totalCount } }`)).toBe(1);
    expect(faults(`{ people(sort: EMAIL) { totalCount } }`)).toBe(1);
    const status = marketing.getType("Status");
    expect(isEnumType(status) && status.getValues().map(({ name }) => name)).toEqual([
      "OPEN",
      "CLOSED",
    ]);
  });
});

describe("rows of what an audience lacks", () => {
  test("are left out of lists", async () => {
    const { data, errors } = await ask(
      marketing,
      "MARKETING",
      "{ nodes { id } found { __typename } }",
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: [{ id: "1" }, { id: "2" }], found: [{ __typename: "Person" }] });
  });

  test("are null where one is asked for", async () => {
    const { data, errors } = await ask(marketing, "MARKETING", "{ node { id } }");
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null });
  });

  test("an enum value that is hidden reads as null", async () => {
    const source = "{ people { nodes { name status } } }";
    const seen = await ask(support, "SUPPORT", source);
    const hidden = await ask(marketing, "MARKETING", source);
    expect(seen.data).toEqual({
      people: {
        nodes: [
          { name: "Ada", status: "OPEN" },
          { name: "Bob", status: "HIDDEN" },
        ],
      },
    });
    expect(hidden.errors).toBeUndefined();
    expect(hidden.data).toEqual({
      people: {
        nodes: [
          { name: "Ada", status: "OPEN" },
          { name: "Bob", status: null },
        ],
      },
    });
  });
});

describe("what is decided row by row", () => {
  const isAda = dynamicRule(
    "isAda",
    async (parent) => (parent as { name?: string }).name === "Ada",
  );
  const failing = dynamicRule("failing", async () => {
    throw new Error("The database is away.");
  });
  const wider = shopWithTelephones();
  const merged = mergeFragments(
    [
      shopFragment(),
      fragment({
        Person: {
          phone: or(only("SUPPORT"), and(only("MARKETING"), isAda)),
          fax: and(only("MARKETING"), failing),
        },
      }),
    ],
    wider,
  );
  const settled = new Map(
    AUDIENCES.map((audience) => [audience, audienceSchema(wider, merged, audience)]),
  );

  test("a refusal is FORBIDDEN and null, and says nothing else", async () => {
    const { data, errors } = await ask(
      settled.get("MARKETING")!,
      "MARKETING",
      "{ people { nodes { name phone } } }",
    );
    expect(data).toEqual({
      people: {
        nodes: [
          { name: "Ada", phone: "+44 20 7946 0000" },
          { name: "Bob", phone: null },
        ],
      },
    });
    expect(errors?.map(told)).toEqual([
      {
        message: "You may not see this.",
        path: ["people", "nodes", 1, "phone"],
        extensions: { code: "FORBIDDEN" },
      },
    ]);
  });

  test("a rule that fails is a fault, not a refusal, and shows nothing", async () => {
    const { data, errors } = await ask(
      settled.get("MARKETING")!,
      "MARKETING",
      "{ people { nodes { fax } } }",
    );
    expect(data).toEqual({ people: { nodes: [{ fax: null }, { fax: null }] } });
    expect(errors?.map(({ message }) => message)).toEqual([
      "The database is away.",
      "The database is away.",
    ]);
  });

  test("only the fields with an open rule carry a resolver that the whole schema doesn't", () => {
    const wrapped = (audience: "SUPPORT" | "MARKETING") =>
      objectFieldsOf(settled.get(audience)!)
        .filter(({ type, field }) => field.resolve !== resolverIn(type.name, field.name))
        .map(({ place }) => place);
    const resolverIn = (type: string, field: string) =>
      objectFieldsOf(wider).find(({ place }) => place === `${type}.${field}`)?.field.resolve;
    expect(wrapped("SUPPORT")).toEqual([]);
    expect(wrapped("MARKETING").sort()).toEqual([
      "Person.fax",
      "Person.phone",
      "Person.status",
      "Query.found",
      "Query.node",
      "Query.nodes",
    ]);
  });

  test("the whole shield tree, unsettled, answers every field as the settled schemas do", async () => {
    const whole = applyMiddleware(shopWithTelephones(), shieldOver(merged.tree));
    const matrix = accessMatrix(wider, merged);
    const probes: [string, string, string][] = [
      ["Query", "hello", "{ hello }"],
      ["Query", "people", "{ people { __typename } }"],
      ["Person", "name", "{ people { nodes { name } } }"],
      ["Person", "email", "{ people { nodes { email } } }"],
      ["Person", "phone", "{ people { nodes { phone } } }"],
      ["Person", "friend", "{ people { nodes { friend { name } } } }"],
      ["PersonEdge", "cursor", "{ people { edges { cursor } } }"],
      ["Secret", "code", "{ holder { secret { code } } }"],
    ];
    const seen: string[] = [];
    for (const audience of AUDIENCES) {
      const own = settled.get(audience)!;
      for (const [type, field, source] of probes) {
        const absent = validate(own, parse(source)).length > 0;
        const oracle = await ask(whole, audience, source);
        const denied = oracle.errors?.some((error) => error.extensions.code === "FORBIDDEN");
        if (absent) expect([audience, source, denied]).toEqual([audience, source, true]);
        else {
          seen.push(`${audience} ${type}.${field}`);
          const answer = await ask(own, audience, source);
          expect(answer.data).toEqual(oracle.data);
          expect(answer.errors?.map(told)).toEqual(oracle.errors?.map(told));
          expect(matrix[type]?.[field]?.[audience]).not.toBe("no");
        }
      }
    }
    expect(seen).toHaveLength(22);
  });
});

test("fields on the default resolver name none", () => {
  const named = shop();
  const name = objectFieldsOf(named).find(({ place }) => place === "Person.name")!.field;
  name.resolve = defaultFieldResolver;
  const own = audienceSchema(named, access, "SUPPORT");
  const left = objectFieldsOf(own).find(({ place }) => place === "Person.name")!.field;
  expect(left.resolve).toBeUndefined();
});

function shopWithTelephones() {
  const schema = shop((sdl) =>
    sdl.replace("name: String!  email", "name: String!  phone: String  fax: String  email"),
  );
  for (const { place, field } of objectFieldsOf(schema))
    if (["Person.phone", "Person.fax"].includes(place)) field.resolve = () => "+44 20 7946 0000";
  return schema;
}

const told = ({ message, path, extensions }: GraphQLError) => ({ message, path, extensions });
