// All words of GraphiQL's page, in German. GraphiQL itself speaks English only.
import type { words as english } from "../en/graphiql";
import { shared } from "./shared";

export const words: typeof english = {
  shared,
  graphiql: {
    examples: "Beispiele",
    examplesDetail:
      "Eines wählen, dann im Editor Strg Enter drücken. Namen und Ids sind die der erfundenen Welt.",
    toConsole: "Zur Konsole",
    toPortal: "Zum Portal",
  },
};
