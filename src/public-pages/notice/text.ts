// The form of the notice in any language: its clauses in order, each with a line for the overview and its paragraphs.
// A version or a clause without its text does not compile.
import { type NOTICE_VERSIONS } from "../../lawfulness/notice-versions";
import { type Language } from "../language";
import { noticeDe } from "./2021-01-11.de";
import { noticeEn } from "./2021-01-11.en";

export const CLAUSES = [
  "groups",
  "voluntary",
  "uses",
  "customerData",
  "mailingList",
  "otherSites",
  "access",
  "changes",
] as const;
export type Clause = (typeof CLAUSES)[number];

/** A paragraph, a list, or terms with what they mean. `{address}` stands for the address to write to. */
export type Block = string | { items: string[] } | { terms: [term: string, meaning: string][] };
export type NoticeText = Record<Clause, { heading: string; short: string; blocks: Block[] }>;

type NoticeVersion = (typeof NOTICE_VERSIONS)[number]["version"];

export const NOTICE_TEXTS: Record<NoticeVersion, Record<Language, NoticeText>> = {
  "2021-01-11": { en: noticeEn, de: noticeDe },
};
