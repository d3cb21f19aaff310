// Which users a list shows. Only support, which sees no address, may look for one: by its keyed hash.
import { Field, InputType } from "type-graphql";
import { type Fragment, raw, sql } from "../database/sql";
import { startsWith } from "../database/starts-with";
import { canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { UserRole, UserState } from "./platform-user";

@InputType({ description: "Which users." })
export class PlatformUserFilter {
  @Field(() => UserRole, { nullable: true, description: "With this role." })
  role?: UserRole | null;

  @Field(() => UserState, { nullable: true, description: "In this state." })
  state?: UserState | null;

  @Field(() => String, {
    nullable: true,
    description: "Whose name starts with this, to the letter.",
  })
  nameStartsWith?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "With exactly this address, in any spelling.",
  })
  emailAddress?: string | null;
}

/** The role stands in the text: as a parameter it would tell the planner nothing of the index of administrators. */
export function conditionsOf(filter: PlatformUserFilter | null | undefined): Fragment[] {
  const { role, state, nameStartsWith, emailAddress } = filter ?? {};
  return [
    ...(role ? [raw(`role = '${UserRole[role]}'`)] : []),
    ...(state ? [sql`state = ${state}::user_state`] : []),
    ...(nameStartsWith ? [startsWith("name", nameStartsWith)] : []),
    ...(typeof emailAddress === "string" ? [sql`email_hash = ${hashOf(emailAddress)}::bytea`] : []),
  ];
}

/** What is no address belongs to nobody. */
function hashOf(address: string): Buffer {
  const canonical = canonicalAddress(address);
  return canonical ? addressHash(canonical) : Buffer.alloc(0);
}
