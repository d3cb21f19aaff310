// Which prospects a list shows or an action is about. The address is compared in canonical form; only plain comparisons
// reach an index under row security.
import { Field, InputType } from "type-graphql";
import { type Fragment, sql } from "../database/sql";
import { startsWith } from "../database/starts-with";
import { DateTime } from "../graphql/scalars";
import { canonicalAddress } from "../mail/address";
import { ProspectKind } from "./prospect";

@InputType({ description: "Which prospects." })
export class ProspectFilter {
  @Field(() => ProspectKind, { nullable: true, description: "Who relate to us like this." })
  kind?: ProspectKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Whose name starts with this, to the letter.",
  })
  nameStartsWith?: string | null;

  @Field(() => String, { nullable: true, description: "Exactly this address, in any spelling." })
  emailAddress?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Who are still to be told that we hold their data, or (false) were.",
  })
  isToBeInformed?: boolean | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Who are still to be told that we hold their data, and before this time.",
  })
  toBeInformedBefore?: string | null;
}

export function conditionsOf(filter: ProspectFilter | null): Fragment[] {
  const {
    kind,
    nameStartsWith: start,
    emailAddress,
    isToBeInformed,
    toBeInformedBefore,
  } = filter ?? {};
  return [
    ...(kind ? [sql`kind = ${kind}::prospect_kind`] : []),
    ...(start ? [startsWith("name", start)] : []),
    ...(typeof isToBeInformed === "boolean"
      ? [isToBeInformed ? sql`informed_on is null` : sql`informed_on is not null`]
      : []),
    ...(toBeInformedBefore
      ? [sql`informed_on is null and purposes_valid_until < ${toBeInformedBefore}::timestamptz`]
      : []),
    // what is no address belongs to nobody
    ...(typeof emailAddress === "string"
      ? [sql`email_canonical = ${canonicalAddress(emailAddress)}::text`]
      : []),
  ];
}

/** Whatever else a filter asks tells of people. */
const OF_NOBODY: readonly string[] = ["kind", "isToBeInformed", "toBeInformedBefore"];

/** What of it names nobody, and so may be kept. */
export const namingNobody = (filter: ProspectFilter): ProspectFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => OF_NOBODY.includes(name)));

/** Whether it asks for people by what they are called. */
export const namesPeople = (filter: ProspectFilter): boolean =>
  Object.entries(filter).some(
    ([name, value]) => !OF_NOBODY.includes(name) && (value ?? null) !== null,
  );
