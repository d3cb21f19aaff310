// `POST /uploads`: a file to import, as it is. The answer names it, with its size and SHA-256 to compare.
import type { FastifyInstance } from "fastify";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { inOneTrip, unitOfWork } from "../database/unit-of-work";
import { keepFile, removeFile } from "../files/files";
import { nameFile } from "../files/name-file";
import { ownFiles } from "../files/own-files";
import { refusal } from "../http/refusal";
import type { PassUploadStages } from "../http/stages";
import { FILE_BYTES_MAXIMUM } from "../http/upload";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";

const NAME_MAXIMUM = 200;
/** How long a file waits to be imported. */
const HOURS = 24;

export function addUploads(app: FastifyInstance, passUpload: PassUploadStages): void {
  app.post("/uploads", async (request, reply) => {
    const { viewer, body } = await passUpload(request);
    await refuseMoreThanEnough(viewer);
    const name = nameIn(request.headers["content-disposition"]);
    const file = await keepFile(body);
    const checksum = file.sha256.toString("base64");
    if (!isAsPromised(request.headers["content-digest"], checksum)) {
      await removeFile(file.id);
      throw refusal("BAD_REQUEST", { fault: "The file is not the one of Content-Digest." });
    }
    await unitOfWork(actorOf(viewer, "IMPORT"), (unit) =>
      unit.run(
        nameFile(viewer, file, {
          ...{ use: "IMPORT", name: sql`${name}` },
          until: sql`decision_time() + make_interval(hours => ${HOURS})`,
        }),
        entryOf(viewer, { action: "WRITE", operation: "upload", kind: "IMPORT" }),
      ),
    ).catch(async (error: unknown) => {
      await removeFile(file.id);
      throw error;
    });
    const { id: fileId, byteCount, sha256 } = file;
    return reply.code(201).send({ fileId, name, byteCount, sha256: sha256.toString("hex") });
  });
}

/** Files of one person that wait together take so much of the store at the most. */
const WAITING_BYTES_MAXIMUM = 10 * FILE_BYTES_MAXIMUM;

async function refuseMoreThanEnough(viewer: Viewer): Promise<void> {
  const [waiting] = await inOneTrip(actorOf(viewer, "IMPORT"), [
    sql`select coalesce(sum(byte_count), 0) >= ${WAITING_BYTES_MAXIMUM}::bigint as "isEnough"
      from ${ownFiles(viewer)} f where use = 'IMPORT'`,
  ]);
  if (waiting?.rows[0]?.isEnough === true)
    throw refusal("PAYLOAD_TOO_LARGE", { limit: "the room left: your files of today take 10 GiB" });
}

/** RFC 9530: who sends it may say what it must be, so that a file that changes on its way is not taken for it. */
function isAsPromised(header: string | string[] | undefined, checksum: string): boolean {
  const promised = /sha-256=:([A-Za-z0-9+/=]+):/.exec(String(header ?? ""))?.[1];
  return promised === undefined || promised === checksum;
}

/** RFC 6266: the file's name, for people; without folders and control characters. */
function nameIn(header: string | string[] | undefined): string {
  const text = String(header ?? "");
  const plain = /filename="([^"]+)"/i.exec(text)?.[1] ?? /filename=([^;\s]+)/i.exec(text)?.[1];
  const wide = /filename\*=utf-8''([^;\s]+)/i.exec(text)?.[1];
  const name = (decoded(wide) ?? plain ?? "").split(/[/\\]/).at(-1) ?? "";
  return (
    name
      .replace(/[\p{Cc}\p{Cs}]/gu, "")
      .trim()
      .slice(0, NAME_MAXIMUM) || "contacts.csv"
  );
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
