// The portal of our customers' people: their account administrators and users.
import { createRoot } from "react-dom/client";
import { App, type Entry } from "./app/app";
import { usePortalCommands, usePortalScreens, usePortalSearches } from "./portal/screens";
import type { Language } from "./words/language";

const WORDS = {
  EN: () => import("./words/en/portal"),
  DE: () => import("./words/de/portal"),
};

const entry: Entry = {
  base: "/portal",
  door: "PORTAL",
  words: async (language: Language) => (await WORDS[language]()).words,
  useScreens: usePortalScreens,
  useSearches: usePortalSearches,
  useCommands: usePortalCommands,
};

createRoot(document.getElementById("root")!).render(<App entry={entry} />);
