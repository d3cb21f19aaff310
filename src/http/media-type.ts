// Which media type the answer has, and whether a failure is told as a page, from the Accept header (RFC 9110 §12.5.1). A client that doesn't say gets
// application/json, as the GraphQL-over-HTTP specification lets it.
import { refusal } from "./refusal";

export const MEDIA_TYPES = ["application/json", "application/graphql-response+json"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Whether a page is wanted, and by name: programs that take anything get JSON. */
export function wantsPage(accept: string | undefined): boolean {
  const ranges = (accept ?? "").split(",").flatMap(rangeIn);
  const wish = (mediaType: string) => ranges.find(({ type }) => type === mediaType)?.quality ?? 0;
  return wish("text/html") > 0 && wish("text/html") >= wish("application/json");
}

type Range = { type: string; quality: number; place: number };

/** The most wanted of the two, the first named where both are wanted alike. Throws a refusal (406). */
export function chooseMediaType(accept: string | undefined): MediaType {
  if (accept === undefined || accept.trim() === "") return "application/json";
  const ranges = accept.split(",").flatMap(rangeIn);
  const wanted = MEDIA_TYPES.flatMap((mediaType) => {
    const range = mostSpecific(ranges, mediaType);
    return range && range.quality > 0 ? [{ mediaType, ...range }] : [];
  });
  const [best] = wanted.sort(
    (a, b) =>
      b.quality - a.quality || specificity(b.type) - specificity(a.type) || a.place - b.place,
  );
  if (!best) {
    throw refusal("NOT_ACCEPTABLE", { types: MEDIA_TYPES.join(", ") });
  }
  return best.mediaType;
}

function rangeIn(text: string, place: number): Range[] {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (charset && !/^charset="?utf-8"?$/.test(charset)) return [];
  const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
  return quality >= 0 && quality <= 1 ? [{ type, quality, place }] : [];
}

const mostSpecific = (ranges: Range[], mediaType: MediaType): Range | undefined =>
  ranges
    .filter(({ type }) => type === mediaType || type === "application/*" || type === "*/*")
    .sort((a, b) => specificity(b.type) - specificity(a.type))[0];

const specificity = (type: string): number => (type === "*/*" ? 0 : type.endsWith("/*") ? 1 : 2);
