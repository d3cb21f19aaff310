// The answer's media type is the client's choice among the two that exist.
import { chooseMediaType } from "../../src/http/media-type";
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
