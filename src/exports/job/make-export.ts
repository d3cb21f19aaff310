// The job of exports: writes the file as the person who asked, within that person's walls. The entry of what is read
// stands before its first byte; a second one says how many rows it was.
import { entryOf } from "../../audit/entries";
import { reachOf } from "../../access/scope";
import { raw, sql } from "../../database/sql";
import { inOneTrip, type Unit, unitOfWork } from "../../database/unit-of-work";
import { type Kept, keepFile, removeFile } from "../../files/files";
import { nameFile } from "../../files/name-file";
import { askWhetherAllowed, CannotGoOn } from "../../jobs/on-whose-word";
import { jobActor } from "../../jobs/job-actor";
import { whileBringingIn } from "../../subscribers/closed-addresses";
import { actorOf } from "../../viewer/actor";
import type { Audience } from "../../viewer/audience";
import { PUBLIC_VIEWER, type Viewer } from "../../viewer/viewer";
import { EXPORTED } from "../columns";
import type { ExportFormat, ExportKind } from "../export";
import { expected, queryOf, written } from "./rows";
import { type Progress, reportProgress } from "./progress";

/** How long a file lasts, by whom it is for: what leaves to others is never older than a day. */
export const OWN_USE_DAYS = 7;
export const RECIPIENT_DAYS = 1;

export type Asked = {
  id: string;
  kind: ExportKind;
  format: `${ExportFormat}`;
  isCompressed: boolean;
  onlyMailable: boolean;
  fileName: string;
  columns: string[];
  isForRecipient: boolean;
};

/** `isLastTry`: whatever ends it then is told, and not tried again. */
export async function makeExport(exportId: string, isLastTry: boolean): Promise<void> {
  const viewer = await whoAsked(exportId);
  if (!viewer) return;
  try {
    await askWhetherAllowed(viewer);
    const asked = await begin(viewer, exportId);
    if (asked) await makeFile(viewer, asked);
  } catch (error) {
    if (error instanceof CannotGoOn) return giveUp(exportId, error.message);
    if (isLastTry)
      await giveUp(exportId, "Something unexpected went wrong on our side, again and again.");
    throw error;
  }
}

async function whoAsked(exportId: string): Promise<Viewer | null> {
  const [found] = await inOneTrip(jobActor("job_exporter"), [
    sql`select audience, created_by as id, customer_id as "customerId" from exports where id = ${exportId}::uuid`,
  ]);
  const row = found?.rows[0] as
    { audience: Audience; id: string; customerId: string | null } | undefined;
  return row ? { ...PUBLIC_VIEWER, ...row } : null;
}

const actorFor = (viewer: Viewer, { kind }: Pick<Asked, "kind">) =>
  actorOf(viewer, EXPORTED[kind].kind);

async function begin(viewer: Viewer, exportId: string): Promise<Asked | null> {
  const asked = await wanted(viewer, exportId);
  if (!asked) return null;
  const rows = await expected(viewer, asked);
  const [, begun] = await inOneTrip(actorFor(viewer, asked), [
    whileBringingIn(), // who was stopped before it began is not in it; who is stopped later makes it outdated
    sql`update exports set state = 'RUNNING', started_at = decision_time(), row_count = 0,
        rows_expected = ${rows}::integer
      where id = ${exportId}::uuid and state in ('QUEUED', 'RUNNING') returning id`,
    entryFor(viewer, asked, "export", 0),
  ]);
  return begun?.rowCount ? asked : null;
}

/** What was asked for, while somebody waits for it. Throws `CannotGoOn` where it may not leave to its recipient any more. */
async function wanted(viewer: Viewer, exportId: string): Promise<Asked | null> {
  const [found] = await inOneTrip(actorOf(viewer, "EXPORT"), [
    sql`select id, kind, format, is_compressed as "isCompressed", only_mailable as "onlyMailable",
        file_name as "fileName", columns, service_provider_id is not null as "isForRecipient",
        service_provider_id is null or agreement_covers_export(service_provider_id, kind) as "isCovered"
      from exports where id = ${exportId}::uuid and state in ('QUEUED', 'RUNNING')`,
  ]);
  const asked = found?.rows[0] as (Asked & { isCovered: boolean }) | undefined;
  if (asked && !asked.isCovered)
    throw new CannotGoOn("No agreement with the provider covers these contacts any more.");
  return asked ?? null;
}

const entryFor = (
  viewer: Viewer,
  asked: Asked,
  operation: string,
  rowCount: number,
  subjectIds: string[] = [],
) =>
  entryOf(viewer, {
    ...{ action: "READ", operation, rowCount, subjectIds },
    ...{ kind: EXPORTED[asked.kind].kind, fields: asked.columns },
  });

/** Whoever is in the viewer's reach when the file is whole. */
async function peopleIn(viewer: Viewer, unit: Unit, { kind }: Asked): Promise<string[]> {
  const { table, namesPeople } = EXPORTED[kind];
  if (!namesPeople) return [];
  const [found] = await unit.run(
    sql`select id from ${raw(table)} where ${reachOf(viewer, table)} order by id`,
  );
  return found!.rows.map(({ id }) => id as string);
}

async function makeFile(viewer: Viewer, asked: Asked): Promise<void> {
  const progress = reportProgress(asked.id);
  try {
    const file = await keepFile(written(viewer, asked, queryOf(viewer, asked), progress));
    const isKept = await end(viewer, asked, file, progress).catch(async (error: unknown) => {
      await removeFile(file.id);
      throw error;
    });
    if (!isKept) await removeFile(file.id);
  } catch (error) {
    await inOneTrip(actorFor(viewer, asked), [
      entryFor(viewer, asked, "exportAborted", progress.rows),
    ]);
    if (!progress.isCancelled) throw error;
  } finally {
    await progress.stop();
  }
}

/** Whether it was still wanted. */
const end = (viewer: Viewer, asked: Asked, file: Kept, { rows }: Progress): Promise<boolean> =>
  unitOfWork(actorFor(viewer, asked), async (unit) => {
    const { id, byteCount, sha256 } = file;
    const days = asked.isForRecipient ? RECIPIENT_DAYS : OWN_USE_DAYS;
    const [done] = await unit.run(
      sql`update exports set state = 'DONE', row_count = ${rows}::integer, byte_count = ${byteCount}::bigint,
          sha256 = ${sha256.toString("hex")}, file_id = ${id}::uuid, ended_at = decision_time(),
          expires_at = decision_time() + make_interval(days => ${days})
        where id = ${asked.id}::uuid and state = 'RUNNING' returning expires_at as "expiresAt"`,
    );
    const isWanted = done?.rows[0] !== undefined;
    const people = isWanted ? await peopleIn(viewer, unit, asked) : [];
    await unit.run(
      entryFor(viewer, asked, isWanted ? "exportCompleted" : "exportAborted", rows, people),
      ...(isWanted
        ? [
            nameFile(viewer, file, {
              ...{ use: "EXPORT", name: sql`${asked.fileName}` },
              until: sql`${done?.rows[0]?.expiresAt}::timestamptz`,
            }),
          ]
        : []),
    );
    return isWanted;
  });

async function giveUp(exportId: string, reason: string): Promise<void> {
  await inOneTrip(jobActor("job_exporter"), [
    sql`update exports set state = 'FAILED', failure = ${reason}, ended_at = decision_time() where id = ${exportId}::uuid`,
  ]);
}
