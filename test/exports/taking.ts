// Taking a file out, as whoever may does: over GraphQL and HTTP, with a worker that does the work.
import { request } from "node:http";
import type { StoryRole } from "../../seeds/story-people";
import type { ApiElsewhere } from "../setup/api-elsewhere";

export const EXPORT = `id kind format isCompressed onlyMailable reason columns fileName state percent rowCount bytes sha256
  failure startedAt endedAt expiresAt downloadUrl isOutdated`;

export const OWN_USE = { reason: "A count for the yearly review" };

async function ask(api: ApiElsewhere, role: StoryRole, verb: string, input: object) {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1).replace("Cancel", "")}Input`;
  const { data, errors } = await api.as(role)(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { export { ${EXPORT} } userErrors { code field message } } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data[verb];
}

export const start = (api: ApiElsewhere, role: StoryRole, input: object) =>
  ask(api, role, "exportStart", input);

export const cancel = (api: ApiElsewhere, role: StoryRole, id: string) =>
  ask(api, role, "exportCancel", { id });

export const read = async (api: ApiElsewhere, role: StoryRole, id: string) =>
  (await api.as(role)(`query ($id: ID!) { export(id: $id) { ${EXPORT} } }`, { id })).data.export;

export async function ended(api: ApiElsewhere, role: StoryRole, id: string, seconds = 20) {
  for (const until = Date.now() + seconds * 1_000; Date.now() < until;) {
    const now = await read(api, role, id);
    if (["DONE", "FAILED", "CANCELLED"].includes(now.state as string)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The export does not end.");
}

/** Asked for, made, and where it can be taken away. */
export async function made(api: ApiElsewhere, role: StoryRole, input: object, seconds?: number) {
  const { export: begun, userErrors } = await start(api, role, input);
  if (userErrors.length) throw new Error(userErrors[0].message);
  return ended(api, role, begun.id as string, seconds);
}

/** Reads the beginning of a file and then no more. How to leave. */
export const stalledAt = (address: string) =>
  new Promise<() => void>((resolve, reject) => {
    const asked = request(address, (response) => {
      response.once("readable", () => {
        response.read(1_000);
        resolve(() => asked.destroy());
      });
      response.on("error", () => undefined);
    });
    asked.on("error", reject).end();
  });

/** The address as this API has it: it listens elsewhere than it says. */
export const addressOf = (api: ApiElsewhere, { downloadUrl }: { downloadUrl: string | null }) =>
  String(downloadUrl).replace(/^.*\/exports/, `${api.address}/exports`);

export const taken = (
  api: ApiElsewhere,
  file: { downloadUrl: string | null },
  init: RequestInit = {},
) => fetch(addressOf(api, file), init);
