// What the pages say, by language. English sets the form: a sentence that another language lacks does not compile.
import type { Language } from "../language";
import { de } from "./de";
import { en } from "./en";

export type Words = typeof en;

export const WORDS: Record<Language, Words> = { en, de };
