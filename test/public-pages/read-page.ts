// A page as a text browser or a screen reader takes it: its elements, their attributes, and the text that they hold.
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { DomUtils, parseDocument } from "htmlparser2";

export type Page = ReturnType<typeof readPage>;

export function readPage(html: string) {
  const page = parseDocument(html);
  const all = (name: string) => DomUtils.getElementsByTagName(name, page);
  return {
    all,
    texts: (name: string) => all(name).map((each) => DomUtils.textContent(each)),
    byId: (id: string) => DomUtils.getElementById(id, page),
    /** What stands in the page, without its style. */
    text: DomUtils.textContent(DomUtils.getElementsByTagName("body", page)),
    elements: DomUtils.filter(DomUtils.isTag, page).filter(DomUtils.isTag),
  };
}

export const PAGE_BYTES_MAXIMUM = 15_000;

/** What every page keeps, whatever it shows. */
export function expectWellMade(html: string, headers: IncomingHttpHeaders): void {
  expect(Buffer.byteLength(html)).toBeLessThan(PAGE_BYTES_MAXIMUM);
  expectNothingRuns(html, headers);
  const page = readPage(html);
  expectReadable(page);
  expect(page.all("html")[0]!.attribs.lang).toBe(headers["content-language"]);
  expect(headers.vary).toMatch(/\baccept-language\b/);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
}

function expectNothingRuns(html: string, headers: IncomingHttpHeaders): void {
  expect(html).toMatch(/^<!doctype html>\n<html lang=/);
  expect(html).not.toMatch(/<script|javascript:/i);
  const [style, ...others] = readPage(html).texts("style");
  const hash = createHash("sha256").update(style!).digest("base64");
  expect([headers["content-security-policy"], others]).toEqual([
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    [],
  ]);
  for (const { name, attribs } of readPage(html).elements) {
    expect(["script", "img", "iframe", "link", "object", "base"]).not.toContain(name);
    const names = Object.keys(attribs).map((each) => each.toLowerCase());
    expect(names.filter((each) => /^(on.*|style|src|srcset|formaction)$/.test(each))).toEqual([]);
  }
}

function expectReadable({ all, byId, elements, texts }: Page): void {
  for (const landmark of ["header", "main", "footer", "h1", "title"])
    expect([landmark, all(landmark).length]).toEqual([landmark, 1]);
  expect(texts("title")[0]).toContain(texts("h1")[0]);

  const levels = elements.flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
  levels.forEach((level, place) => expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1));

  const ids = elements.flatMap(({ attribs }) => attribs.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const first = all("a")[0]!;
  expect([first.attribs.href, byId("content")?.name]).toEqual(["#content", "main"]);
  for (const { attribs } of elements) {
    const named = [attribs["aria-labelledby"], attribs["aria-describedby"]].join(" ").split(" ");
    const led = attribs.href?.startsWith("#") ? [attribs.href.slice(1)] : [];
    for (const id of [...named.filter(Boolean), ...led]) expect(ids).toContain(id);
  }
  for (const nav of all("nav"))
    expect(nav.attribs["aria-label"] ?? nav.attribs["aria-labelledby"]).toBeTruthy();
  const labelled = all("label").map(({ attribs }) => attribs.for);
  for (const { attribs } of all("input"))
    if (attribs.type !== "hidden") expect(labelled).toContain(attribs.id);
  for (const name of ["a", "button"])
    for (const text of texts(name)) expect(text.trim()).not.toBe("");
}
