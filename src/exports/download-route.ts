// `GET /exports/TOKEN`: a file to take away, as it was made.
import type { FastifyInstance } from "fastify";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { readFile } from "../files/files";
import { ownFiles } from "../files/own-files";
import { refusal } from "../http/refusal";
import type { PassNetwork } from "../http/stages";
import { actorOf } from "../viewer/actor";
import { isStillAllowed } from "../viewer/state";
import { PUBLIC_VIEWER, type Viewer } from "../viewer/viewer";
import { downloadIn } from "./download";

type Kept = { id: string; name: string; byteCount: string; sha256: Buffer; sealedKey: Buffer };

export function addDownloads(app: FastifyInstance, passNetwork: PassNetwork): void {
  app.get<{ Params: { token: string } }>("/exports/:token", async (request, reply) => {
    passNetwork(request);
    const file = await fileBehind(request.params.token, request.id);
    if (!file) throw refusal("NOT_FOUND");
    return reply
      .headers({
        "content-type": "text/csv; charset=utf-8",
        "content-length": file.byteCount,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "content-digest": `sha-256=:${file.sha256.toString("base64")}:`,
      })
      .send(await readFile(file));
  });
}

async function fileBehind(token: string, requestId: string): Promise<Kept | undefined> {
  const download = downloadIn(token);
  if (!download) return undefined;
  const viewer: Viewer = {
    ...PUBLIC_VIEWER,
    ...{ audience: "MARKETING", id: download.personId, requestId },
  };
  if (!(await isStillAllowed(viewer, null))) return undefined;
  const [found] = await inOneTrip(actorOf(viewer, "IMPORT"), [
    sql`select id, name, byte_count as "byteCount", sha256, data_key as "sealedKey"
      from ${ownFiles(viewer)} f where id = ${download.fileId}::uuid and use <> 'IMPORT'`,
    entryOf(viewer, { action: "READ", operation: "download", kind: "IMPORT" }),
  ]);
  return found?.rows[0] as Kept | undefined;
}
