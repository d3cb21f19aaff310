// The words in the language of whoever reads. One place for all: en/ sets which there are, de/ has to have each.
import { createContext, useContext, useMemo, type ReactNode } from "react";
import { isolating } from "./isolated";
import type { words as consoleWords } from "./en/console";
import type { words as graphiqlWords } from "./en/graphiql";
import type { words as portalWords } from "./en/portal";
import type { Language } from "./language";

export type ConsoleWords = typeof consoleWords;
export type PortalWords = typeof portalWords;
export type SharedWords = ConsoleWords["shared"];
export type GraphiqlWords = typeof graphiqlWords;
type AnyWords = ConsoleWords | PortalWords | GraphiqlWords;

export type Spoken = { language: Language; words: AnyWords };

const Context = createContext<Spoken | null>(null);

export function Speaking({ spoken, children }: { spoken: Spoken; children: ReactNode }) {
  const said = useMemo(() => ({ ...spoken, words: isolating(spoken.words) }), [spoken]);
  return <Context value={said}>{children}</Context>;
}

function useSpoken(): Spoken {
  const spoken = useContext(Context);
  if (!spoken) throw new Error("No words here: <Speaking> is missing.");
  return spoken;
}

export const useLanguage = (): Language => useSpoken().language;
export const useSharedWords = (): SharedWords => useSpoken().words.shared;
/** For screens of the console alone. */
export const useConsoleWords = (): ConsoleWords => useSpoken().words as ConsoleWords;
/** For screens of the portal alone. */
export const usePortalWords = (): PortalWords => useSpoken().words as PortalWords;
/** For the page of GraphiQL alone. */
export const useGraphiqlWords = (): GraphiqlWords => useSpoken().words as GraphiqlWords;
