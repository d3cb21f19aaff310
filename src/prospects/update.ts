// Correcting a prospect. The second of two editors is told; an address can't be changed into a closed one.
import { Field, ID, InputType, Int } from "type-graphql";
import { reachOf } from "../access/scope";
import { changesIn, sealedChanges } from "../audit/changes/sealed-changes";
import { entryOf } from "../audit/entries";
import { every, sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { closedAmong, whileBringingIn } from "../subscribers/closed-addresses";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { type GivenAddress, givenAddress, noAddress } from "./given-address";
import { addressClosed, alreadyExists, changed, type ProspectPayload, refused } from "./payload";
import { ProspectKind } from "./prospect";
import { againAfterRace } from "./race";

@InputType({ description: "Which prospect, and what to change; what is left out stays." })
export class ProspectUpdateInput {
  @Field(() => ID, { description: "The prospect's identifier." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The person's name, up to 200 characters." })
  name?: string | null;

  @Field(() => ProspectKind, { nullable: true, description: "How the person relates to us." })
  kind?: ProspectKind | null;

  @Field(() => String, { nullable: true, description: "Where the person works; null for nowhere." })
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: "One e-mail address." })
  emailAddress?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The version that was read: refused if somebody else changed it meanwhile.",
  })
  version?: number | null;
}

type Row = {
  name: string;
  kind: ProspectKind;
  companyName: string | null;
  emailAddress: string;
  canonical: string;
  version: number;
};
type Change = ProspectUpdateInput & { address: GivenAddress | null };

/** Changes what is given. What is so already is no change, and answers the prospect as it is. */
export async function prospectUpdate(
  viewer: Viewer,
  input: ProspectUpdateInput,
): Promise<ProspectPayload> {
  const isAddressGiven = typeof input.emailAddress === "string";
  const address = isAddressGiven ? givenAddress(input.emailAddress!) : null;
  const invalid = refusals(
    checkId(input.id, "id"),
    typeof input.name === "string"
      ? checkText(input.name, "name", { maximum: 200, isRequired: true })
      : null,
    checkText(input.companyName, "companyName", { maximum: 200, isRequired: false }),
    isAddressGiven && !address ? noAddress() : null,
  );
  if (invalid.length) return refused(...invalid);
  const change = { ...input, id: input.id.toLowerCase(), address };
  const refusal = await againAfterRace(() =>
    unitOfWork(actorOf(viewer, "PROSPECT"), (unit) => update(viewer, unit, change)),
  ).catch(addressOfConsent);
  return refusal ? refused(refusal) : changed(viewer, "prospectUpdate", change.id);
}

/** What the database says of an address that somebody agreed to be mailed at; any other error is thrown on. */
function addressOfConsent(error: unknown): UserError {
  if ((error as { constraint?: string } | null)?.constraint !== "address_of_consent") throw error;
  return userError(
    "ADDRESS_OF_CONSENT",
    "emailAddress",
    "This person agreed to be mailed at the address that we have. Bring in the other one with prospectCreate, on a basis of its own.",
  );
}

async function update(viewer: Viewer, unit: Unit, change: Change): Promise<UserError | null> {
  const reach = reachOf(viewer, "prospects");
  const { id, address } = change;
  const [, found] = await unit.run(
    whileBringingIn(),
    sql`select name, kind, company_name as "companyName", email_address as "emailAddress",
        email_canonical as canonical, version
      from prospects where ${every([sql`id = ${id}::uuid`, reach])} for update`,
  );
  const row = found?.rows[0] as Row | undefined;
  if (!row) return notFound("id");
  const wanted = wantedOf(row, change);
  const fields = (["name", "kind", "companyName", "emailAddress"] as const).filter(
    (field) => wanted[field] !== row[field],
  );
  if (fields.length === 0) return null;
  if (typeof change.version === "number" && change.version !== row.version)
    return userError(
      "CONFLICT",
      "version",
      "Somebody else changed this prospect meanwhile. Read it again, and repeat with its version.",
    );
  if (address && address.canonical !== row.canonical) {
    const [closed, double] = await unit.run(
      closedAmong("PROSPECT", [address.hash]),
      sql`select id from prospects where ${every([sql`email_canonical = ${address.canonical}::text`, reach])}`,
    );
    if (closed?.rows.length) return addressClosed();
    const existing = double?.rows[0]?.id;
    if (existing) return alreadyExists(existing as string);
  }
  const addressed = address
    ? sql`, email_address = ${address.asGiven}::text, email_canonical = ${address.canonical}::text,
        email_hash = ${address.hash}::bytea`
    : sql``;
  const entryId = newId();
  const changes = changesIn(fields, row, wanted);
  const sealedValues = await sealedChanges(unit, { kind: "PROSPECT", id }, entryId, changes);
  await unit.run(
    sql`update prospects set name = ${wanted.name}::text, kind = ${wanted.kind}::prospect_kind,
        company_name = ${wanted.companyName}::text${addressed}
      where id = ${id}::uuid`,
    entryOf(viewer, {
      ...{ action: "WRITE", operation: "prospectUpdate", kind: "PROSPECT", subjectIds: [id] },
      ...{ id: entryId, fields, sealedValues },
    }),
  );
  return null;
}

const wantedOf = (row: Row, { name, kind, companyName, address }: Change) => ({
  name: name?.trim() ?? row.name,
  kind: kind ?? row.kind,
  companyName: companyName === undefined ? row.companyName : companyName?.trim() || null,
  emailAddress: address?.asGiven ?? row.emailAddress,
});
