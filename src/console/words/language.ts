// Which language: the person's choice, else the system's, else English.
export const LANGUAGES = ["EN", "DE"] as const;
export type Language = (typeof LANGUAGES)[number];
export type LanguageChoice = Language | "SYSTEM";

const ofSystem = (): Language =>
  navigator.languages
    .find((each) => /^(en|de)\b/i.test(each))
    ?.slice(0, 2)
    .toUpperCase() === "DE"
    ? "DE"
    : "EN";

export const languageFor = (choice: LanguageChoice): Language =>
  choice === "SYSTEM" ? ofSystem() : choice;

/** As browsers, dates and numbers want it (BCP 47). */
export const LOCALES: Record<Language, string> = { EN: "en-GB", DE: "de-DE" };
