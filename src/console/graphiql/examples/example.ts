// An operation to begin with. Its title stands beside it, in each language: only whoever may ask it loads either.
import type { Language } from "../../words/language";

export type Example = {
  title: Record<Language, string>;
  query: string;
  variables?: Readonly<Record<string, unknown>>;
};
