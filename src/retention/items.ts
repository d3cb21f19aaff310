// What of a record is about the person, by the names that clients use: what a hold can name, and what an erasure takes.
import { personalColumnsOf } from "../lawfulness/personal-data";
import type { SubjectKind } from "../lawfulness/register";

/** A company is no person, but its name may be its owner's. */
const OF_COMPANIES = ["name"];
const TABLES: Record<Exclude<SubjectKind, "CUSTOMER">, string> = {
  CUSTOMER_CONTACT: "customer_contacts",
  PLATFORM_USER: "platform_users",
  PROSPECT: "prospects",
  SUBSCRIBER: "subscribers",
};
/** Made of the address, and gone with it. */
const MADE_OF_ADDRESS = ["email_canonical", "email_hash", "email_masked"];

export const itemsOf = (kind: SubjectKind): string[] =>
  kind === "CUSTOMER"
    ? OF_COMPANIES
    : personalColumnsOf(TABLES[kind])
        .filter((column) => !MADE_OF_ADDRESS.includes(column))
        .map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
