// By which channel marketing may turn to a person, and why, in plain words. Holding a record is not mailing: that needs the
// person's consent, or the exception for existing customers (ePrivacy Directive Art. 13).
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { sql } from "../database/sql";
import { loaderOf } from "../graphql/reads/loaders";
import { inSharedTrip } from "../graphql/reads/trip";
import type { LawfulBasis } from "../lawfulness/purposes";
import type { SubjectKind } from "../lawfulness/register";
import type { Viewer } from "../viewer/viewer";
import { BasisGround } from "./ledger-entry";
import { dayOf } from "./sentence";

export enum Channel {
  EMAIL = "EMAIL",
}
registerEnumType(Channel, {
  name: "Channel",
  description: "How a person can be turned to.",
  valuesConfig: { EMAIL: { description: "By e-mail." } },
});

@ObjectType({ simpleResolvers: true, description: "Whether a channel may be used, and why." })
export class ChannelPermission {
  @Field(() => Channel, { description: "The channel." })
  channel!: Channel;

  @Field(() => Boolean, { description: "Whether it may be used now." })
  isAllowed!: boolean;

  @Field(() => String, { description: "Why, in plain words." })
  because!: string;
}

type Kind = "CUSTOMER_CONTACT" | "PROSPECT" | "SUBSCRIBER";
export type Reason = {
  id: string;
  lawfulBasis: LawfulBasis;
  ground: BasisGround | null;
  since: string;
  /** For what this kind of record is mailed for, or for all. */
  isSuppressed: boolean;
  isSuppressedForAll: boolean;
};

export const isMailed = (kind: SubjectKind): kind is Kind =>
  kind === "CUSTOMER_CONTACT" || kind === "PROSPECT" || kind === "SUBSCRIBER";

export async function channelsOf(
  viewer: Viewer,
  kind: Kind,
  id: string,
): Promise<ChannelPermission[]> {
  const reason = await loaderOf(viewer, `reasons to mail ${kind}`, (ids: readonly string[]) =>
    reasonsOf(viewer, kind, ids),
  ).load(id);
  return channelsBy(kind, reason);
}

async function reasonsOf(
  viewer: Viewer,
  kind: Kind,
  ids: readonly string[],
): Promise<(Reason | null)[]> {
  const { rows } = await inSharedTrip(viewer, kind, reasonsToMail(kind, ids), false);
  const found = new Map((rows as unknown as Reason[]).map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

export const reasonsToMail = (kind: SubjectKind, ids: readonly string[]) =>
  sql`select id, lawful_basis as "lawfulBasis", ground, since, is_suppressed as "isSuppressed",
      is_suppressed_for_all as "isSuppressedForAll"
    from reasons_to_mail(${kind}::subject_kind, ${ids}::uuid[])`;

export const channelsBy = (kind: Kind, reason: Reason | null): ChannelPermission[] => [
  { channel: Channel.EMAIL, ...emailBy(kind, reason) },
];

function emailBy(kind: Kind, reason: Reason | null): Omit<ChannelPermission, "channel"> {
  if (reason === null) return no("nothing allows it any more.");
  if (reason.isSuppressedForAll)
    return no("the address must not be mailed any more, whoever it is of.");
  if (reason.isSuppressed)
    return no(
      `the address must not be sent ${kind === "SUBSCRIBER" ? "the newsletter" : "marketing"} any more, whoever it is of.`,
    );
  if (reason.lawfulBasis === "CONSENT")
    return yes(`the person consented on ${dayOf(reason.since)} (Art. 7).`);
  if (reason.ground === BasisGround.EXISTING_CUSTOMER)
    return yes(
      `about similar services of ours: an existing customer since ${dayOf(reason.since)}, who can refuse in each mail (ePrivacy Directive Art. 13(2)).`,
    );
  return no(
    "we may hold the record, on our legitimate interests, but nobody is mailed without having consented (ePrivacy Directive Art. 13(1)).",
  );
}

const yes = (why: string) => ({ isAllowed: true, because: `Mail is allowed: ${why}` });
const no = (why: string) => ({ isAllowed: false, because: `No mail: ${why}` });
