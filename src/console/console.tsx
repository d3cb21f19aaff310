// The staff console.
import { createRoot } from "react-dom/client";
import { App, type Entry } from "./app/app";
import { useConsoleCommands, useConsoleScreens, useConsoleSearches } from "./screens/console";
import type { Language } from "./words/language";

const WORDS = {
  EN: () => import("./words/en/console"),
  DE: () => import("./words/de/console"),
};

const entry: Entry = {
  base: "/console",
  door: "CONSOLE",
  words: async (language: Language) => (await WORDS[language]()).words,
  useScreens: useConsoleScreens,
  useSearches: useConsoleSearches,
  useCommands: useConsoleCommands,
};

createRoot(document.getElementById("root")!).render(<App entry={entry} />);
