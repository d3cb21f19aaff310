// What a record has that a hold can keep, by its kind; the API says so itself where this is out of date.
import type { SubjectKind } from "./legal-holds.documents";
import { useConsoleWords } from "../words/words";

const OF_KIND = {
  CUSTOMER: ["name"],
  CUSTOMER_CONTACT: ["name", "emailAddress", "phone", "role"],
  PLATFORM_USER: ["name", "emailAddress", "phone", "role", "state", "jobTitle", "deactivatedAt"],
  PROSPECT: ["name", "kind", "companyName", "emailAddress", "source", "informedOn"],
  SUBSCRIBER: ["name", "emailAddress"],
} as const satisfies Record<SubjectKind, readonly string[]>;

export function useItems() {
  const titles: Record<string, string> = useConsoleWords().privacy.items;
  const titleOf = (item: string) => titles[item] ?? item;
  return {
    choicesFor: (kind: SubjectKind) =>
      OF_KIND[kind].map((value) => ({ value, title: titleOf(value) })),
    titleOf,
  };
}
