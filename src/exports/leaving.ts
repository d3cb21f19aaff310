// A file leaves: before its first byte stands an entry of who takes it away, and, where it is for a provider, the
// Disclosure; when it has left, or was broken off, a second row of each says so.
import { reachOf } from "../access/scope";
import { type Entry, entryOf } from "../audit/entries";
import { type Fragment, sql } from "../database/sql";
import { inOneTrip, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { ownFiles } from "../files/own-files";
import { refusal } from "../http/refusal";
import { actorOf } from "../viewer/actor";
import { type Kind, purposeOf } from "../viewer/purpose";
import type { Viewer } from "../viewer/viewer";
import { EXPORTED } from "./columns";
import type { ExportKind } from "./export";
import "./scope";

export type Leaving = {
  id: string;
  name: string;
  byteCount: number;
  sha256: Buffer;
  sealedKey: Buffer;
  /** Null where it is the list of an import's errors. */
  exportId: string | null;
  exportKind: ExportKind | null;
  rowCount: number | null;
  columns: string[] | null;
  serviceProviderId: string | null;
  isCovered: boolean;
  isOutdated: boolean;
  disclosureId?: string;
};

/**
 * The file, once it stands written down that it leaves; null where it is not there for this viewer. Throws EXPORT_OUTDATED
 * where one of its people was stopped since.
 */
export function beginLeaving(viewer: Viewer, fileId: string): Promise<Leaving | null> {
  const reading: Kind = viewer.audience === "MARKETING" ? "IMPORT" : "EXPORT";
  return unitOfWork(actorOf(viewer, reading), async (unit) => {
    const [found] = await unit.run(
      sql`select f.id, f.name, f.byte_count as "byteCount", f.sha256, f.data_key as "sealedKey", e.id as "exportId",
          e.kind as "exportKind", e.row_count as "rowCount", e.columns, e.service_provider_id as "serviceProviderId",
          e.service_provider_id is null or agreement_covers_export(e.service_provider_id, e.kind) as "isCovered",
          e.id is not null and stopped_since(e.kind, e.started_at) as "isOutdated"
        from ${ownFiles(viewer)} f
        left join (select * from exports where ${reachOf(viewer, "exports")} and state = 'DONE') e on e.file_id = f.id
        where f.id = ${fileId}::uuid and (f.use = 'IMPORT_ERRORS' or e.id is not null)`,
    );
    const file = found?.rows[0] as Leaving | undefined;
    if (!file?.isCovered) return null;
    if (file.isOutdated) throw refusal("EXPORT_OUTDATED");
    const leaving = file.serviceProviderId ? { ...file, disclosureId: newId() } : file;
    await unit.run(
      entryOf(viewer, entryFor(leaving, "download")),
      ...disclosureOf(viewer, leaving, null),
    );
    return leaving;
  });
}

export async function endLeaving(
  viewer: Viewer,
  leaving: Leaving,
  isWhole: boolean,
): Promise<void> {
  const operation = isWhole ? "downloadCompleted" : "downloadAborted";
  await inOneTrip(actorOf(viewer, kindOf(leaving)), [
    entryOf(viewer, entryFor(leaving, operation)),
    ...disclosureOf(viewer, leaving, isWhole ? "COMPLETED" : "ABORTED"),
  ]);
}

const kindOf = ({ exportKind }: Leaving): Kind =>
  exportKind ? EXPORTED[exportKind].kind : "IMPORT";

const entryFor = (leaving: Leaving, operation: string): Entry => ({
  ...{ action: "READ", operation, kind: kindOf(leaving) },
  ...{ fields: leaving.columns ?? [], rowCount: leaving.rowCount ?? 0 },
});

/** The row that opens a Disclosure, or, with an outcome, the one that closes it. */
function disclosureOf(
  viewer: Viewer,
  leaving: Leaving,
  outcome: "COMPLETED" | "ABORTED" | null,
): Fragment[] {
  const { disclosureId, serviceProviderId, exportId, columns, rowCount, sha256 } = leaving;
  if (!disclosureId) return [];
  return [
    sql`insert into disclosures
        (id, service_provider_id, viewer_id, purposes, fields, contact_count, export_id, ends, outcome, sha256)
      values (${outcome ? newId() : disclosureId}::uuid, ${serviceProviderId}::uuid, ${viewer.id}::uuid,
        ${[purposeOf(viewer, kindOf(leaving))]}::purpose[], ${columns}::text[], ${rowCount}::integer, ${exportId}::uuid,
        ${outcome ? disclosureId : null}::uuid, ${outcome}::disclosure_outcome, ${sha256.toString("hex")})`,
  ];
}
