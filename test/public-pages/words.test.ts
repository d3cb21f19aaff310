// Both languages say the same: the same slots in each sentence, as many paragraphs in each clause, and no sentence is
// left in the other language.
import { NOTICE_TEXTS } from "../../src/public-pages/notice/text";
import { WORDS } from "../../src/public-pages/words/words";

type Sentence = [path: string, text: string];
const sentencesIn = (value: unknown, path = ""): Sentence[] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([name, inner]) =>
        sentencesIn(inner, `${path}.${name}`),
      );
const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
/** Names are the same in every language. */
const NAMES = /^\.(product|frame\.languages\.(en|de))$/;
const isOfOneLanguage = ([path]: Sentence) => path.startsWith(".password.faults");

test.each([
  ["pages", WORDS.en, WORDS.de],
  ...Object.entries(NOTICE_TEXTS).map(([version, { en, de }]) => [version, en, de]),
] as [what: string, english: object, german: object][])("%s", (_what, english, german) => {
  const [one, other] = [english, german].map((words) =>
    sentencesIn(words).filter((each) => !isOfOneLanguage(each)),
  ) as [Sentence[], Sentence[]];
  expect(one.length).toBeGreaterThan(20);
  expect(other.map(([path]) => path)).toEqual(one.map(([path]) => path));
  one.forEach(([path, text], place) => {
    const translated = other[place]![1];
    expect([path, slots(translated)]).toEqual([path, slots(text)]);
    if (!NAMES.test(path)) expect(translated).not.toBe(text);
  });
});
