// Which language somebody is shown.
import { languageNamed, wantedLanguage } from "../../src/public-pages/language";

test.each([
  [undefined, "en"],
  ["", "en"],
  ["de", "de"],
  ["DE-at", "de"],
  ["en-GB,en;q=0.9,de;q=0.8", "en"],
  ["de;q=0.8,en;q=0.7", "de"],
  ["en;q=0.2, de;q=0.3", "de"],
  ["de, en", "de"],
  ["fr, de;q=0.1", "de"],
  ["fr", "en"],
  ["*", "en"],
  ["*, de;q=0.1", "en"],
  ["de;q=0.1, *;q=0.5", "en"],
  ["en;q=0, *", "de"],
  ["en;q=0, de;q=0", "en"],
  ["de;q=7", "en"],
  ["de;q=x, en;q=0.1", "en"],
  ["den, english", "en"],
  [`${"x,".repeat(5_000)}de`, "de"],
])("%j is answered in %s", (header, language) => expect(wantedLanguage(header)).toBe(language));

test("a chosen language is one of ours or none", () => {
  expect(["en", "de", "DE", "", undefined, ["de", "en"], "constructor"].map(languageNamed)).toEqual(
    ["en", "de", null, null, null, null, null],
  );
});
