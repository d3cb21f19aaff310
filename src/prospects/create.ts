// A new prospect, on a basis that the register allows, with the evidence of a consent. Whoever was not told that we
// hold the data is closed to marketing after 30 days (GDPR Art. 14(3)).
import { Field, InputType, registerEnumType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkText, refusals } from "../graphql/input";
import { readOne } from "../graphql/reads";
import { CalendarDay, DateTime } from "../graphql/scalars";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import {
  type Address,
  addressOf,
  checkTexts,
  closedAddress,
  noAddress,
  type ProspectPayload,
  refused,
} from "./payload";
import { Prospect, ProspectKind, prospectShape } from "./prospect";
import { reachOf } from "../access/scope";

/** Days in which somebody whose data came from others must be told (GDPR Art. 14(3)(a): within a month). */
export const DAYS_TO_INFORM = 30;

enum ProspectBasis {
  CONSENT = "CONSENT",
  LEGITIMATE_INTERESTS = "LEGITIMATE_INTERESTS",
}
registerEnumType(ProspectBasis, {
  name: "ProspectBasis",
  description: "On which basis we may market to a prospect.",
  valuesConfig: {
    CONSENT: { description: "The person agreed; evidence is needed." },
    LEGITIMATE_INTERESTS: {
      description: "Our interest in selling, where the person's do not outweigh it.",
    },
  },
});

@InputType({ description: "What shows that the person agreed." })
export class ConsentInput {
  @Field(() => String, { description: "What the person was shown, up to 2,000 characters." })
  wording!: string;

  @Field(() => DateTime, { description: "When the person agreed." })
  givenAt!: string;
}

@InputType({ description: "The new prospect." })
export class ProspectCreateInput {
  @Field(() => String, { description: "The person's name, up to 200 characters." })
  name!: string;

  @Field(() => ProspectKind, { description: "How the person relates to us." })
  kind!: ProspectKind;

  @Field(() => String, { nullable: true, description: "Where the person works." })
  companyName?: string | null;

  @Field(() => String, { description: "The address." })
  emailAddress!: string;

  @Field(() => String, { description: "Where we have the data from, up to 200 characters." })
  source!: string;

  @Field(() => ProspectBasis, { description: "On which basis." })
  basis!: ProspectBasis;

  @Field(() => ConsentInput, { nullable: true, description: "Needed for the basis CONSENT." })
  consent?: ConsentInput | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "When the person was told that we hold the data.",
  })
  informedOn?: string | null;
}

export async function prospectCreate(
  viewer: Viewer,
  input: ProspectCreateInput,
): Promise<ProspectPayload> {
  const address = addressOf(input.emailAddress);
  const faults = [
    ...checkTexts(input, true),
    ...refusals(
      checkText(input.source, "source", { maximum: 200, isRequired: true }),
      checkConsent(input),
    ),
  ];
  if (!address || faults.length) return refused(...faults, ...(address ? [] : [noAddress()]));
  const id = newId();
  const create = () =>
    unitOfWork(actorOf(viewer, "PROSPECT"), (unit) => insert(viewer, unit, id, input, address));
  const fault = await create().catch((error: { code?: string }) => {
    if (error.code === UNIQUE_VIOLATION) return create(); // somebody was quicker: now it is seen
    throw error;
  });
  if (fault) return refused(fault);
  return {
    prospect: await readOne<Prospect>(viewer, prospectShape, "prospectCreate", id),
    userErrors: [],
  };
}

const UNIQUE_VIOLATION = "23505";

function checkConsent({ basis, consent }: ProspectCreateInput): UserError | null {
  if (basis !== ProspectBasis.CONSENT) return null;
  if (!consent)
    return userError(
      "REQUIRED",
      "consent",
      "Give consent its wording and time, or choose another basis.",
    );
  if (Date.parse(consent.givenAt) > Date.now())
    return userError("INVALID", "givenAt", "Give a time that has passed.");
  return checkText(consent.wording, "wording", { maximum: 2000, isRequired: true });
}

async function insert(
  viewer: Viewer,
  unit: Unit,
  id: string,
  input: ProspectCreateInput,
  address: Address,
): Promise<UserError | null> {
  const [closed, existing] = await unit.run(
    sql`select closed_addresses('PROSPECT', array[${address.hash}::bytea]) as hash`,
    sql`select id from prospects where ${reachOf(viewer, "prospects")} and email_canonical = ${address.canonical}`,
  );
  if (closed?.rowCount) return closedAddress();
  if (existing?.rowCount)
    return userError(
      "ALREADY_EXISTS",
      "emailAddress",
      `A prospect with this address exists already, with the id ${String(existing.rows[0]?.id)}.`,
    );
  const consent = input.basis === ProspectBasis.CONSENT ? input.consent : null;
  const marketing = newId();
  await unit.run(
    sql`insert into prospects (id, name, kind, company_name, email_address, email_canonical, email_hash, source, informed_on)
      values (${id}::uuid, ${input.name.trim()}, ${input.kind}::prospect_kind, ${input.companyName?.trim() || null},
        ${address.given}, ${address.canonical}, ${address.hash}::bytea, ${input.source.trim()}, ${input.informedOn ?? null}::date)`,
    sql`insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, valid_until)
      values (${marketing}::uuid, 'PROSPECT', ${id}::uuid, 'MARKETING_AND_SALES', ${input.basis}::lawful_basis,
          case when ${input.informedOn ?? null}::date is null and not ${!!consent}::boolean
            then decision_time() + make_interval(days => ${DAYS_TO_INFORM}::integer) else 'infinity' end),
        (${newId()}::uuid, 'PROSPECT', ${id}::uuid, 'SERVICE_IMPROVEMENT', 'LEGITIMATE_INTERESTS', 'infinity')`,
    ...(consent
      ? [
          sql`insert into basis_evidence (lawful_basis_id, subject_kind, subject_id, source, wording, given_at)
            values (${marketing}::uuid, 'PROSPECT', ${id}::uuid, ${input.source.trim()}, ${consent.wording.trim()}, ${consent.givenAt}::timestamptz)`,
        ]
      : []),
    entryOf(viewer, {
      ...{ action: "WRITE", operation: "prospectCreate", kind: "PROSPECT", subjectIds: [id] },
      fields: ["name", "kind", "companyName", "emailAddress", "source"],
    }),
  );
  return null;
}
