// Support reads one masked address, of a person within reach. The database function that reads it writes the entry:
// there is no other way to it.
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { reachOf } from "../access/scope";
import { every, raw, sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, notFound } from "../graphql/input";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import { requestOf, type Viewer } from "../viewer/viewer";

enum MaskedKind {
  PLATFORM_USER = "PLATFORM_USER",
  CUSTOMER_CONTACT = "CUSTOMER_CONTACT",
}
registerEnumType(MaskedKind, {
  name: "MaskedKind",
  description: "Whose address is masked.",
  valuesConfig: {
    PLATFORM_USER: { description: "A platform user's." },
    CUSTOMER_CONTACT: { description: "A contact's." },
  },
});

@InputType({ description: "Whose address to reveal." })
export class RevealEmailAddressInput {
  @Field(() => MaskedKind, { description: "The kind of record." })
  kind!: MaskedKind;

  @Field(() => ID, { description: "The record." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The address. That you saw it is on record." })
export class RevealEmailAddressPayload {
  @Field(() => String, { nullable: true, description: "The address as given." })
  emailAddress!: string | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why none was revealed." })
  userErrors!: UserError[];
}

export async function revealEmailAddress(
  viewer: Viewer,
  { kind, id }: RevealEmailAddressInput,
): Promise<RevealEmailAddressPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return { emailAddress: null, userErrors: [wrong] };
  const table = TABLE_OF[kind];
  const isWithinReach = sql`exists (select from ${raw(table)}
    where ${every([reachOf(viewer, table), sql`id = ${id}::uuid`])})`;
  const [revealed] = await unitOfWork(actorOf(viewer, kind), (unit) =>
    unit.run(
      sql`select reveal_email_address(${newId()}::uuid, ${kind}::subject_kind, ${id}::uuid, ${requestOf(viewer)}::uuid) as address
        where ${isWithinReach}`,
    ),
  );
  const emailAddress = (revealed?.rows[0]?.address as string | null | undefined) ?? null;
  return { emailAddress, userErrors: emailAddress ? [] : [notFound("id")] };
}

const TABLE_OF = {
  PLATFORM_USER: "platform_users",
  CUSTOMER_CONTACT: "customer_contacts",
} as const satisfies Record<MaskedKind, string>;
