// Our sites and event tools tell how people met us. Only who is known, and for site and ad has agreed to be recognised,
// is named; every other record counts without a person (ePrivacy Directive Art. 5(3)). The answer doesn't say which.
import { Field, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { DateTime } from "../graphql/scalars";
import { canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { InteractionKind } from "../prospects/interaction";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { batchTooLarge, faultOf, isBatch, type RecordPayload, type RefusedRecord } from "./payload";
import { queueFigures } from "./queue-figures";

@InputType({ description: "How somebody met us." })
export class InteractionInput {
  @Field(() => String, { description: "Your own id of it: sent twice, it is kept once." })
  sourceId!: string;

  @Field(() => InteractionKind, { description: "How." })
  kind!: InteractionKind;

  @Field(() => String, { nullable: true, description: "Who, where the person said so." })
  emailAddress?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The page, campaign, event or message, up to 300 characters.",
  })
  subject?: string | null;

  @Field(() => DateTime, { description: "When." })
  occurredAt!: string;

  @Field(() => String, {
    nullable: true,
    description: "For SITE and AD: what shows that the person agreed to be recognised.",
  })
  consentEvidence?: string | null;
}

@InputType({ description: "A batch." })
export class InteractionRecordInput {
  @Field(() => [InteractionInput], { description: "Up to 500 interactions." })
  interactions!: InteractionInput[];
}

export async function interactionRecord(
  viewer: Viewer,
  { interactions }: InteractionRecordInput,
): Promise<RecordPayload> {
  if (!isBatch(interactions)) return batchTooLarge("interactions");
  const refused: RefusedRecord[] = [];
  const sound = interactions.flatMap((interaction, index) => {
    const { subject, consentEvidence } = interaction;
    const texts = { subject: [subject, 300], consentEvidence: [consentEvidence, 500] } as const;
    const fault = faultOf(interaction, texts);
    if (fault) refused.push({ index, ...fault });
    return fault ? [] : [interaction];
  });
  if (sound.length) await record(viewer, sound);
  return { recorded: sound.length, refused, userErrors: [] };
}

const mayName = ({ kind, consentEvidence }: InteractionInput) =>
  kind === InteractionKind.EVENT || kind === InteractionKind.EMAIL || !!consentEvidence?.trim();

function hashOf(interaction: InteractionInput): Buffer {
  const canonical =
    mayName(interaction) && interaction.emailAddress
      ? canonicalAddress(interaction.emailAddress)
      : null;
  return canonical ? addressHash(canonical) : Buffer.alloc(0);
}

const record = (viewer: Viewer, sound: InteractionInput[]) => {
  const hashes = sound.map(hashOf);
  return unitOfWork(actorOf(viewer, "INTERACTION"), (unit) =>
    unit.run(
      sql`insert into interactions (id, prospect_id, kind, subject, occurred_at, consent_evidence, source, source_id)
        select t.id, p.id, kind, case when p.id is not null then subject end, occurred_at,
          case when p.id is not null then evidence end, ${viewer.source}::text, source_id
        from unnest(${sound.map((i) => newId(Date.parse(i.occurredAt)))}::uuid[], ${hashes}::bytea[], ${sound.map((i) => i.kind)}::interaction_kind[],
          ${sound.map((i) => i.subject?.trim() || null)}::text[], ${sound.map((i) => i.occurredAt)}::timestamptz[],
          ${sound.map((i) => i.consentEvidence?.trim() || null)}::text[], ${sound.map((i) => i.sourceId.trim())}::text[])
          as t (id, hash, kind, subject, occurred_at, evidence, source_id)
        left join prospects_at(${hashes}::bytea[]) p on p.email_hash = t.hash
        on conflict do nothing`,
      entryOf(viewer, {
        action: "WRITE",
        operation: "interactionRecord",
        kind: "INTERACTION",
        rowCount: sound.length,
      }),
      queueFigures(),
    ),
  );
};
