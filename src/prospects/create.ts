// Bringing one prospect in: never an address that is closed, never one twice, never without a basis.
import { Field, InputType, registerEnumType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { every, sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { reachOf } from "../access/scope";
import { checkText, refusals } from "../graphql/input";
import { CalendarDay, DateTime } from "../graphql/scalars";
import { type UserError, userError } from "../graphql/user-error";
import { closedAmong, whileBringingIn } from "../subscribers/closed-addresses";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { bringIn, DAYS_TO_INFORM, type NewProspect } from "./bring-in";
import { givenAddress, noAddress } from "./given-address";
import { addressClosed, alreadyExists, changed, type ProspectPayload, refused } from "./payload";
import { ProspectKind } from "./prospect";
import { againAfterRace } from "./race";

export enum ProspectBasis {
  LEGITIMATE_INTERESTS = "LEGITIMATE_INTERESTS",
  CONSENT = "CONSENT",
}
registerEnumType(ProspectBasis, {
  name: "ProspectBasis",
  description: "On which basis a prospect may be marketed to.",
  valuesConfig: {
    LEGITIMATE_INTERESTS: { description: "We may hold it; e-mail marketing it does not allow." },
    CONSENT: { description: "The person agreed, e-mail marketing included." },
  },
});

@InputType({ description: "What shows that the person agreed." })
export class ConsentInput {
  @Field(() => String, { description: "What the person was shown, up to 2,000 characters." })
  wording!: string;

  @Field(() => DateTime, { description: "When the person agreed." })
  givenAt!: string;
}

@InputType({ description: "Whom to bring in, from where and on which basis." })
export class ProspectCreateInput {
  @Field(() => String, { description: "The person's name, up to 200 characters." })
  name!: string;

  @Field(() => ProspectKind, { description: "How the person relates to us." })
  kind!: ProspectKind;

  @Field(() => String, { nullable: true, description: "Where the person works." })
  companyName?: string | null;

  @Field(() => String, { description: "One e-mail address." })
  emailAddress!: string;

  @Field(() => String, { description: "Where the data is from, up to 200 characters." })
  source!: string;

  @Field(() => ProspectBasis, { description: "On which basis the person may be marketed to." })
  basis!: ProspectBasis;

  @Field(() => ConsentInput, { nullable: true, description: "Needed where the basis is CONSENT." })
  consent?: ConsentInput | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: `When the person was told that we hold the data; without it marketing closes after ${DAYS_TO_INFORM} days.`,
  })
  informedOn?: string | null;
}

/** Brings a prospect in with its bases. A double is answered with the identifier of the one that is there. */
export async function prospectCreate(
  viewer: Viewer,
  input: ProspectCreateInput,
): Promise<ProspectPayload> {
  const address = givenAddress(input.emailAddress);
  const invalid = refusals(
    checkText(input.name, "name", { maximum: 200, isRequired: true }),
    checkText(input.companyName, "companyName", { maximum: 200, isRequired: false }),
    checkText(input.source, "source", { maximum: 200, isRequired: true }),
    address ? null : noAddress(),
    ...checkConsent(input),
  );
  if (!address || invalid.length) return refused(...invalid);
  const consent = input.basis === ProspectBasis.CONSENT ? (input.consent ?? null) : null;
  const prospect: NewProspect = {
    id: newId(),
    name: input.name.trim(),
    kind: input.kind,
    companyName: input.companyName?.trim() || null,
    address,
    source: input.source.trim(),
    informedOn: input.informedOn ?? null,
    consent: consent && { wording: consent.wording.trim(), givenAt: consent.givenAt },
  };
  const refusal = await againAfterRace(() =>
    unitOfWork(actorOf(viewer, "PROSPECT"), (unit) => create(viewer, unit, prospect)),
  );
  return refusal ? refused(refusal) : changed(viewer, "prospectCreate", prospect.id);
}

function checkConsent({ basis, consent }: ProspectCreateInput): (UserError | null)[] {
  if (basis === ProspectBasis.CONSENT)
    return consent
      ? [
          checkText(consent.wording, "consent.wording", {
            maximum: 2_000,
            isRequired: true,
            mayHaveLines: true,
          }),
        ]
      : [userError("REQUIRED", "consent", "Say in consent what the person agreed to, and when.")];
  return consent
    ? [userError("INVALID", "consent", "Leave consent out, or take CONSENT as the basis.")]
    : [];
}

async function create(
  viewer: Viewer,
  unit: Unit,
  prospect: NewProspect,
): Promise<UserError | null> {
  const { id, address, consent, informedOn } = prospect;
  const [, clock, closed, double] = await unit.run(
    whileBringingIn(),
    // a day begins first at UTC+14
    sql`select coalesce(${consent?.givenAt ?? null}::timestamptz > decision_time(), false) as "agreesLater",
      coalesce(${informedOn}::date > (decision_time() at time zone 'Pacific/Kiritimati')::date, false) as "isToldLater"`,
    closedAmong("PROSPECT", [address.hash]),
    sql`select id from prospects
      where ${every([sql`email_canonical = ${address.canonical}::text`, reachOf(viewer, "prospects")])}`,
  );
  if (clock?.rows[0]?.agreesLater) return inTheFuture("consent.givenAt");
  if (clock?.rows[0]?.isToldLater) return inTheFuture("informedOn");
  if (closed?.rows.length) return addressClosed();
  const existing = double?.rows[0]?.id;
  if (existing) return alreadyExists(existing as string);
  await unit.run(
    ...bringIn([prospect]),
    entryOf(viewer, {
      ...{ action: "WRITE", operation: "prospectCreate", kind: "PROSPECT", subjectIds: [id] },
      fields: ["name", "kind", "companyName", "emailAddress", "source", "informedOn"],
    }),
  );
  return null;
}

const inTheFuture = (field: string) =>
  userError("INVALID", field, `Give ${field} a time that has been: it lies ahead.`);
