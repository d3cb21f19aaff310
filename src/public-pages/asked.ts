// What a page knows of the request that it answers: the language, and the addresses of its links, which keep a language
// that was chosen.
import type { FastifyRequest } from "fastify";
import { LANGUAGES, languageNamed, wantedLanguage, type Language } from "./language";
import { WORDS, type Words } from "./words/words";

export type Asked = {
  language: Language;
  words: Words;
  /** An address of ours in the language that was chosen, if one was. */
  hrefOf(path: string): string;
  /** The page at hand in each language. */
  otherwise: Record<Language, string>;
};

/** `kept` is what the links to the same page in another language carry along. */
export function askedOf(request: FastifyRequest, kept: Record<string, string> = {}): Asked {
  // an address that can't be read has no query at all
  const query = request.query as { lang?: unknown } | null;
  const chosen = languageNamed(query?.lang);
  const language = chosen ?? wantedLanguage(request.headers["accept-language"]);
  return {
    language,
    words: WORDS[language],
    hrefOf: (path) => {
      const [page, place] = path.split("#");
      return `${page}${chosen ? `?lang=${chosen}` : ""}${place ? `#${place}` : ""}`;
    },
    otherwise: Object.fromEntries(
      LANGUAGES.map((each) => [each, `?${String(new URLSearchParams({ ...kept, lang: each }))}`]),
    ) as Record<Language, string>,
  };
}
