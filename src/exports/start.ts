// Somebody asks for a file: contacts for a provider whose agreement covers them, or anything for a stated use of our own.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkText, notFound, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { UUID } from "../database/uuid";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { EXPORTED } from "./columns";
import { ExportFormat, ExportKind } from "./export";
import { exportNow, type ExportPayload, refused } from "./payload";
import { queueExport } from "./queue";
import "./scope";

/** Files that one person may have at once: under way, or there. */
export const EXPORTS_MAXIMUM = 20;

@InputType({ description: "What to take out, and for whom or why." })
export class ExportStartInput {
  @Field(() => ExportKind, { description: "What." })
  kind!: ExportKind;

  @Field(() => ExportFormat, { defaultValue: ExportFormat.CSV, description: "How it is written." })
  format!: ExportFormat;

  @Field(() => Boolean, { defaultValue: false, description: "Whether to compress it (gzip)." })
  isCompressed!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to leave out whoever may not be mailed.",
  })
  onlyMailable?: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      "The provider that it is for, whose agreement has to cover it. Without one it stays with us.",
  })
  serviceProviderId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it is for, where it stays with us, up to 500 characters.",
  })
  reason?: string | null;
}

export async function exportStart(viewer: Viewer, input: ExportStartInput): Promise<ExportPayload> {
  const userErrors = refusals(...checksOf(viewer, input));
  if (userErrors.length) return refused(...userErrors);
  const id = newId();
  const fault = await unitOfWork(actorOf(viewer, EXPORTED[input.kind].kind), async (unit) => {
    const unfit = (await tooMany(viewer, unit)) ?? (await notARecipient(viewer, unit, input));
    if (unfit) return unfit;
    await unit.run(
      insertOf(viewer, id, input),
      queueExport(id),
      entryOf(viewer, { action: "WRITE", operation: "exportStart", kind: "EXPORT" }),
    );
    return null;
  });
  return fault ? refused(fault) : exportNow(viewer, "exportStart", id);
}

function checksOf(viewer: Viewer, input: ExportStartInput): (UserError | null)[] {
  const { kind, serviceProviderId, reason } = input;
  if (EXPORTED[kind].audience !== viewer.audience) return [notFound("kind")];
  if (!serviceProviderId)
    return [checkText(reason, "reason", { maximum: 500, isRequired: true, mayHaveLines: true })];
  return [
    reason?.trim()
      ? userError(
          "CONFLICT",
          "reason",
          "A file is for a provider or for a use of our own: leave one of the two out.",
        )
      : null,
  ];
}

async function tooMany(viewer: Viewer, unit: Unit): Promise<UserError | null> {
  const [living] = await unit.run(
    sql`select count(*) >= ${EXPORTS_MAXIMUM}::integer as "isEnough" from exports
      where ${reachOf(viewer, "exports")} and created_by = ${viewer.id}::uuid
        and (state in ('QUEUED', 'RUNNING') or state = 'DONE' and expires_at > decision_time())`,
  );
  return living?.rows[0]?.isEnough === true
    ? userError(
        "CONFLICT",
        null,
        `You have ${EXPORTS_MAXIMUM} files already. Cancel one that serves no more.`,
      )
    : null;
}

async function notARecipient(
  viewer: Viewer,
  unit: Unit,
  { serviceProviderId, kind }: ExportStartInput,
): Promise<UserError | null> {
  if (!serviceProviderId) return null;
  if (!UUID.test(serviceProviderId)) return notFound("serviceProviderId");
  const [asked] = await unit.run(
    sql`select agreement_covers_export(id, ${kind}::export_kind) as "isCovered"
      from service_providers
      where id = ${serviceProviderId}::uuid and ${reachOf(viewer, "service_providers")}`,
  );
  const row = asked?.rows[0];
  if (!row) return notFound("serviceProviderId");
  return row.isCovered === true
    ? null
    : userError(
        "CONFLICT",
        "serviceProviderId",
        "No agreement with this provider covers these contacts. Ask the privacy officer for one.",
      );
}

function insertOf(viewer: Viewer, id: string, input: ExportStartInput) {
  const { kind, isCompressed, onlyMailable = false, serviceProviderId, reason } = input;
  const format = EXPORTED[kind].isSealed ? ExportFormat.NDJSON : input.format;
  const name = `${kind.toLowerCase().replaceAll("_", "-")}-`;
  const suffix = `.${format.toLowerCase()}${isCompressed ? ".gz" : ""}`;
  return sql`insert into exports
      (id, audience, customer_id, kind, format, is_compressed, only_mailable, service_provider_id, reason, columns, file_name, created_by)
    values (${id}::uuid, ${viewer.audience}, ${viewer.customerId}::uuid, ${kind}::export_kind, ${format}::export_format,
      ${isCompressed}, ${onlyMailable}, ${serviceProviderId || null}::uuid, ${reason?.trim() || null},
      ${Object.keys(EXPORTED[kind].columns)}::text[],
      ${name} || to_char(decision_time(), 'YYYY-MM-DD') || ${suffix}, ${viewer.id}::uuid)`;
}
