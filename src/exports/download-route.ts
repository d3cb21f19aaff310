// `GET /exports/TOKEN`: a file to take away, as it was made. It comes from the store: no reader, however slow, holds a
// connection to the database.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readFile } from "../files/files";
import { refusal } from "../http/refusal";
import type { PassNetwork } from "../http/stages";
import { isStillAllowed } from "../viewer/state";
import type { Viewer } from "../viewer/viewer";
import { downloadIn } from "./download";
import { beginLeaving, endLeaving, type Leaving } from "./leaving";

type Download = { Params: { token: string } };

export function addDownloads(app: FastifyInstance, passNetwork: PassNetwork): void {
  // without HEAD: whoever asks for a file is entered as having taken it
  app.get<Download>("/exports/:token", { exposeHeadRoute: false }, async (request, reply) => {
    passNetwork(request);
    const download = downloadIn(request.params.token);
    const viewer = download && { ...download.viewer, requestId: request.id };
    if (!viewer || !(await isStillAllowed(viewer, null))) throw refusal("NOT_FOUND");
    const file = await beginLeaving(viewer, download.fileId);
    if (!file) throw refusal("NOT_FOUND");
    tellWhenItHasLeft(viewer, file, request, reply);
    return reply
      .headers({
        "content-type": typeOf(file.name),
        "content-length": file.byteCount,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "content-digest": `sha-256=:${file.sha256.toString("base64")}:`,
      })
      .send(await readFile(file));
  });
}

function tellWhenItHasLeft(
  viewer: Viewer,
  file: Leaving,
  { log }: FastifyRequest,
  { raw }: FastifyReply,
): void {
  const tell = () => {
    const isWhole = raw.writableFinished && raw.statusCode === 200;
    endLeaving(viewer, file, isWhole).catch((error: Error) =>
      log.error({ message: error.message }, "How a file left could not be written down"),
    );
  };
  // whoever asked may be gone while it was written down that the file leaves
  if (raw.closed) tell();
  else raw.once("close", tell);
}

const TYPES: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  gz: "application/gzip",
};
const typeOf = (name: string) => TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
