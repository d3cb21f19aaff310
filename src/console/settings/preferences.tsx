// How a person wants it to look: language, colours, and each list's columns and density. Kept on the server, so that it
// is the same on every device; what was chosen shows at once, before the server has it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, type ReactNode } from "react";
import { ask } from "../api/ask";
import { keyOf, useAnswer } from "../api/use-answer";
import type { Density } from "../design/list/data-table";
import type { LanguageChoice } from "../words/language";
import {
  ListPreferencesSet,
  PreferencesOfMine,
  PreferencesSet,
  type PreferencesOfMineQuery,
} from "./preferences.documents";

export type Colours = "SYSTEM" | "LIGHT" | "DARK";
type Looks = { language: LanguageChoice; colours: Colours };
type Preferences = PreferencesOfMineQuery["preferences"];

export type Stored = {
  preferences: Preferences;
  isKnown: boolean;
  set(changed: Partial<Looks>): void;
  setList(list: string, changed: ListPreferences): void;
};

/** Null columns: those that the list shows by itself. */
export type ListPreferences = { columns: string[] | null; density: Density };

const AS_SYSTEM: Preferences = { id: "", language: "SYSTEM", colours: "SYSTEM", lists: [] };
const KEY = keyOf(PreferencesOfMine, {});

export function useStoredPreferences(isSignedIn: boolean): Stored {
  const client = useQueryClient();
  const stored = useAnswer(PreferencesOfMine, {}, { isEnabled: isSignedIn });
  const preferences = stored.data?.preferences ?? AS_SYSTEM;
  const sending = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const change = (next: Preferences, send: () => Promise<unknown>) => {
    client.setQueryData(KEY, { preferences: next } satisfies PreferencesOfMineQuery);
    sending.mutate(send);
  };
  return {
    preferences,
    isKnown: !isSignedIn || stored.data !== undefined || stored.error !== null,
    set: (input) => change({ ...preferences, ...input }, () => ask(PreferencesSet, { input })),
    setList: (list, { columns, density }) => {
      const others = preferences.lists.filter((each) => each.list !== list);
      const input = { list, density, columns: columns ?? [] };
      const lists = [...others, input];
      change({ ...preferences, lists }, () => ask(ListPreferencesSet, { input }));
    },
  };
}

const Context = createContext<Stored | null>(null);

export const PreferencesAre = ({ stored, children }: { stored: Stored; children: ReactNode }) => (
  <Context value={stored}>{children}</Context>
);

export function usePreferences(): Stored {
  const stored = useContext(Context);
  if (!stored) throw new Error("No preferences here: <PreferencesAre> is missing.");
  return stored;
}

export function useListPreferences(list: string) {
  const { preferences, setList } = usePreferences();
  const kept = preferences.lists.find((each) => each.list === list);
  const columns = kept?.columns.length ? kept.columns : null;
  const known: ListPreferences = { columns, density: kept?.density ?? "COMPACT" };
  return { preferences: known, set: (changed: ListPreferences) => setList(list, changed) };
}
