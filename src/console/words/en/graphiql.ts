// All words of GraphiQL's page, in English. GraphiQL itself speaks English only.
import { shared } from "./shared";

export const words = {
  shared,
  graphiql: {
    examples: "Examples",
    examplesDetail:
      "Choose one, then press Ctrl Enter in the editor. Names and ids are the invented world's.",
    toConsole: "To the console",
    toPortal: "To the portal",
  },
};
