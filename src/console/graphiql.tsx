// GraphiQL, for whoever is signed in at the console or the portal: the API as it answers this person, in a workbench.
import { createRoot } from "react-dom/client";
import { House } from "./app/house";
import { Inside } from "./graphiql/inside";
import type { Door } from "./app/doors";
import type { Language } from "./words/language";

const WORDS = {
  EN: () => import("./words/en/graphiql"),
  DE: () => import("./words/de/graphiql"),
};
const door: Door = location.pathname.startsWith("/portal/") ? "PORTAL" : "CONSOLE";
const words = async (language: Language) => (await WORDS[language]()).words;

createRoot(document.getElementById("root")!).render(
  <House words={words}>
    <Inside door={door} />
  </House>,
);
