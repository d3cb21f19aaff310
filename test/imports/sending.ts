// Sending a file and importing it, as marketing does: over HTTP and GraphQL, with a worker that does the work.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { startQueue } from "../../src/jobs/queue";
import { createLog } from "../../src/log";
import type { Viewer } from "../../src/viewer/viewer";
import type { Api } from "../setup/api";
import type { ApiElsewhere } from "../setup/api-elsewhere";

export const IMPORT = `id fileName kind tool encoding delimiter columns fields { field column name } state percent rowsRead
  added changed unchanged stopped refused mended leftOut restored kept failure errorsUrl refusals { row column code message }`;

export const upload = (
  api: ApiElsewhere,
  body: string | Buffer,
  { headers = {}, as = STORY_PEOPLE.marketing.viewer }: { headers?: object; as?: Viewer } = {},
) =>
  fetch(`${api.address}/uploads`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${api.token(as)}`,
      "content-type": "text/csv",
      "content-disposition": 'attachment; filename="people.csv"',
      ...headers,
    },
    body: Buffer.from(body),
  });

export async function change(api: ApiElsewhere, verb: string, type: string, input: object) {
  const { data, errors } = await api.as("marketing")(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { import { ${IMPORT} } userErrors { code field message } } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data[verb];
}

export async function prepare(api: ApiElsewhere, body: string | Buffer, kind = "SUBSCRIBERS") {
  const { fileId } = (await (await upload(api, body)).json()) as { fileId: string };
  return change(api, "importPrepare", "ImportPrepareInput", { fileId, kind });
}

export const start = (api: ApiElsewhere, id: string, more: object = {}) =>
  change(api, "importStart", "ImportStartInput", {
    ...{ id, source: "A fair in Utrecht", wording: "Send it to me." },
    ...more,
  });

export const read = async (api: ApiElsewhere, id: string) =>
  (await api.as("marketing")(`query ($id: ID!) { import(id: $id) { ${IMPORT} } }`, { id })).data
    .import;

export async function ended(
  api: ApiElsewhere,
  id: string,
  states = ["DONE", "FAILED", "CANCELLED"],
) {
  for (let tries = 600; tries; tries -= 1) {
    const now = await read(api, id);
    if (states.includes(now.state as string)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The import does not end.");
}

/** Prepared, begun and ended. */
export async function bring(
  api: ApiElsewhere,
  body: string | Buffer,
  kind = "SUBSCRIBERS",
  more = {},
) {
  const { import: prepared, userErrors } = await prepare(api, body, kind);
  if (userErrors.length) throw new Error(userErrors[0].message);
  const begun = await start(api, prepared.id, more);
  if (begun.userErrors.length) throw new Error(begun.userErrors[0].message);
  return ended(api, prepared.id);
}

export const undo = async (api: ApiElsewhere, id: string) => {
  await change(api, "importUndo", "ImportInput", { id });
  return ended(api, id, ["UNDONE", "FAILED"]);
};

export const worker = (api: Api) => startQueue(api.config, createLog("silent", "worker"));
