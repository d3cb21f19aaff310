// Taking a file out, as whoever may does: over GraphQL and HTTP, with a worker that does the work.
import type { StoryRole } from "../../seeds/story-people";
import type { Api } from "../setup/api";

export const EXPORT = `id kind format isCompressed onlyMailable reason columns fileName state percent rowCount bytes sha256
  failure endedAt expiresAt downloadUrl`;

export const OWN_USE = { reason: "A count for the yearly review" };

async function ask(api: Api, role: StoryRole, verb: string, input: object) {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1).replace("Cancel", "")}Input`;
  const { data, errors } = await api.as(role)(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { export { ${EXPORT} } userErrors { code field message } } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data[verb];
}

export const start = (api: Api, role: StoryRole, input: object) =>
  ask(api, role, "exportStart", input);

export const cancel = (api: Api, role: StoryRole, id: string) =>
  ask(api, role, "exportCancel", { id });

export const read = async (api: Api, role: StoryRole, id: string) =>
  (await api.as(role)(`query ($id: ID!) { export(id: $id) { ${EXPORT} } }`, { id })).data.export;

export async function ended(api: Api, role: StoryRole, id: string) {
  for (let tries = 400; tries; tries -= 1) {
    const now = await read(api, role, id);
    if (["DONE", "FAILED", "CANCELLED"].includes(now.state as string)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The export does not end.");
}

/** Asked for, made, and where it can be taken away. */
export async function made(api: Api, role: StoryRole, input: object) {
  const { export: begun, userErrors } = await start(api, role, input);
  if (userErrors.length) throw new Error(userErrors[0].message);
  return ended(api, role, begun.id as string);
}

/** The address as this API has it: it listens elsewhere than it says. */
export const addressOf = (api: Api, { downloadUrl }: { downloadUrl: string | null }) =>
  String(downloadUrl).replace(/^.*\/exports/, `${api.address}/exports`);

export const taken = (api: Api, file: { downloadUrl: string | null }, init: RequestInit = {}) =>
  fetch(addressOf(api, file), init);
