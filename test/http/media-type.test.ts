// The answer's media type is the client's choice among the two that exist; a page is for whoever names it.
import { chooseMediaType, wantsPage } from "../../src/http/media-type";
import { Refusal } from "../../src/http/refusal";

const JSON_TYPE = "application/json";
const GRAPHQL_TYPE = "application/graphql-response+json";

test.each<[string | undefined, string]>([
  [undefined, JSON_TYPE],
  ["", JSON_TYPE],
  ["*/*", JSON_TYPE],
  ["application/*", JSON_TYPE],
  [JSON_TYPE, JSON_TYPE],
  [GRAPHQL_TYPE, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}, ${JSON_TYPE}`, GRAPHQL_TYPE],
  [`${JSON_TYPE}, ${GRAPHQL_TYPE}`, JSON_TYPE],
  [`${JSON_TYPE};q=0.8, ${GRAPHQL_TYPE}`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE};q=0.5, */*;q=0.9`, JSON_TYPE],
  [`${JSON_TYPE};q=0, */*`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}, */*`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}; charset=UTF-8`, GRAPHQL_TYPE],
  ["text/html, */*;q=0.1", JSON_TYPE],
])("«%s» is answered as %s", (accept, mediaType) => {
  expect(chooseMediaType(accept)).toBe(mediaType);
});

test.each([
  "text/html",
  `${JSON_TYPE};q=0`,
  `${JSON_TYPE}; charset=latin1`,
  `${JSON_TYPE};q=2`,
  ",",
])("«%s» can't be met", (accept) => {
  expect(() => chooseMediaType(accept)).toThrow(Refusal);
});

test.each<[string | undefined, boolean]>([
  [undefined, false],
  ["*/*", false],
  ["text/*", false],
  [JSON_TYPE, false],
  ["text/html", true],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true],
  ["text/html;q=0", false],
  [`${JSON_TYPE}, text/html;q=0.9`, false],
  [`${JSON_TYPE};q=0.9, text/html`, true],
  ["TEXT/HTML; charset=utf-8", true],
])("«%s» wants a page: %s", (accept, isWanted) => expect(wantsPage(accept)).toBe(isWanted));
