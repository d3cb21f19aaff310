// Support that would write, and marketing that would read or count what is not marketing's.
import { newId } from "../../../src/database/uuid";
import { buildFullSchema } from "../../../src/graphql/features";
import { VIEWERS } from "../id-matrix";
import { callsOf, documentOf, placeWithoutId, idPlaces } from "../id-places";
import { contentOf } from "../whole-database";
import { type Attempt, type AttemptClass, endOf, NO_SUCH_FIELD } from "./attempt";

const full = buildFullSchema();
/** What everybody who signs in may do for oneself, and support beside it: all else is a mutation of others. */
const SUPPORTS_OWN =
  /^(signIn\w*|signOut|session\w+|password\w+|secondFactor\w+|recoveryCodesRenew|invitationAccept|revealEmailAddress|preferencesSet|listPreferencesSet|savedView\w+)$/;

const MARKETINGS: [string, string][] = [
  ["reads platform users", "{ platformUsers { nodes { id } } }"],
  ["counts platform users", "{ platformUsers { totalCount } }"],
  ["reads customers and their users", "{ customers { nodes { platformUsers { totalCount } } } }"],
  ["reads activities", '{ node(id: "x") { ... on Activity { kind } } }'],
  ["reads figures of the service", "{ figures { month count } }"],
  ["reveals an address", 'mutation { revealEmailAddress(input: { id: "x" }) { emailAddress } }'],
];

export const readingAndWriting: AttemptClass = {
  title: "Support that writes, marketing that reads and counts",
  attempts: (api) => [
    {
      name: "support calls every mutation that isn't its own",
      ...{ expected: `${NO_SUCH_FIELD}, nothing written`, asksTheDatabase: false },
      async try() {
        const support = VIEWERS.find(({ audience }) => audience === "SUPPORT")!;
        const before = JSON.stringify(await contentOf(api.database));
        const places = idPlaces(full).filter(({ root }) => root === "mutation");
        const ends = new Set<string>();
        for (const field of Object.values(full.getMutationType()!.getFields())) {
          if (SUPPORTS_OWN.test(field.name)) continue;
          const place =
            places.find((each) => each.field.name === field.name) ??
            placeWithoutId("mutation", field);
          const [call] = callsOf(place);
          const variables = call!.variablesWith(newId());
          ends.add(endOf(await api.asViewer(support)(documentOf(place, full), variables)));
        }
        const isSame = JSON.stringify(await contentOf(api.database)) === before;
        return `${[...ends].join(", ")}, ${isSame ? "nothing written" : "something written"}`;
      },
    },
    ...MARKETINGS.map(([name, query]): Attempt => ({
      ...{ name: `marketing ${name}`, expected: NO_SUCH_FIELD, asksTheDatabase: false },
      try: async () => endOf(await api.as("marketing")(query)),
    })),
  ],
};
