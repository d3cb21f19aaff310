// What of a record is about the person, by the names that clients use: what a hold can name, and what an erasure takes.
import { PERSON_TABLES } from "../lawfulness/person-tables";
import { personalColumnsOf } from "../lawfulness/personal-data";
import type { SubjectKind } from "../lawfulness/register";

/** A company is no person, but its name may be its owner's. */
const OF_COMPANIES = ["name"];
/** Made of the address, and gone with it. */
const MADE_OF_ADDRESS = ["email_canonical", "email_hash", "email_masked"];

export const itemsOf = (kind: SubjectKind): string[] =>
  kind === "CUSTOMER"
    ? OF_COMPANIES
    : personalColumnsOf(PERSON_TABLES[kind])
        .filter((column) => !MADE_OF_ADDRESS.includes(column))
        .map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
