// Acting on many as marketing does: over GraphQL, with people enough for several batches.
import type { StoryRole } from "../../seeds/story-people";
import { startQueue } from "../../src/jobs/queue";
import { createLog } from "../../src/log";
import type { Api } from "../setup/api";

export const ACTION = `id kind informedOn prospectKind state matched wouldChange wouldStay wouldBeRefused changed unchanged
  refused refusals { code count } restored kept percent canBeUndone failure startedAt endedAt`;
const DRY_RUN = `matched wouldChange wouldStay wouldBeRefused refusals { code count message }
  sample { prospectId name before { kind informedOn } after { kind informedOn } }`;

export type Values = { kind: string; informedOn: string | null };
export type Sample = { prospectId: string; name: string; before: Values; after: Values };

export async function prepare(api: Api, input: object, as: StoryRole = "marketing") {
  const { data, errors } = await api.as(as)(
    `mutation ($input: BulkActionPrepareInput!) { bulkActionPrepare(input: $input) {
      bulkAction { ${ACTION} } dryRun { ${DRY_RUN} } userErrors { code field message } } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.bulkActionPrepare;
}

export async function verb(
  api: Api,
  name: "bulkActionStart" | "bulkActionCancel" | "bulkActionUndo",
  id: string,
  as: StoryRole = "marketing",
) {
  const { data, errors } = await api.as(as)(
    `mutation ($input: BulkActionInput!) { ${name}(input: $input) {
      bulkAction { ${ACTION} } userErrors { code field message } } }`,
    { input: { id } },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data[name];
}

export const read = async (api: Api, id: string, as: StoryRole = "marketing") =>
  (await api.as(as)(`query ($id: ID!) { bulkAction(id: $id) { ${ACTION} } }`, { id })).data
    .bulkAction;

export async function ended(api: Api, id: string, states = ["DONE", "FAILED", "CANCELLED"]) {
  for (let tries = 400; tries; tries -= 1) {
    const now = await read(api, id);
    if (states.includes(now.state as string)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The action does not end.");
}

export async function prepared(api: Api, input: object): Promise<string> {
  const { bulkAction, userErrors } = await prepare(api, input);
  if (userErrors.length) throw new Error(JSON.stringify(userErrors));
  return bulkAction.id as string;
}

/** Prepared, begun and ended. */
export async function act(api: Api, input: object) {
  const id = await prepared(api, input);
  const { userErrors } = await verb(api, "bulkActionStart", id);
  if (userErrors.length) throw new Error(JSON.stringify(userErrors));
  return ended(api, id);
}

export async function undo(api: Api, id: string) {
  const { userErrors } = await verb(api, "bulkActionUndo", id);
  if (userErrors.length) throw new Error(JSON.stringify(userErrors));
  return ended(api, id, ["UNDONE", "FAILED"]);
}

export const worker = (api: Api) => startQueue(api.config, createLog("silent", "worker"));

/** So many people more who are still to be told, «Crowd 1» and on; each may be marketed to for 30 days. */
export const crowd = async (api: Api, people: number, name = "Crowd"): Promise<string[]> => {
  const { rows } = await api.database.query<{ id: string }>(
    `with p as (
       insert into prospects (id, name, kind, email_address, email_canonical, email_hash, source)
       select gen_random_uuid(), $2 || ' ' || n, 'VISITOR', address, address, sha256(address::bytea), 'A fair'
       from generate_series(1, $1::integer) n, lower($2 || n || '@crowd.example.com') address returning id),
     l as (
       insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, valid_until, ground)
       select gen_random_uuid(), 'PROSPECT', p.id, purpose::purpose, 'LEGITIMATE_INTERESTS',
         case purpose when 'SERVICE_IMPROVEMENT' then 'infinity' else decision_time() + interval '30 days' end,
         case purpose when 'SERVICE_IMPROVEMENT' then null else 'UNTIL_INFORMED' end::basis_ground
       from p, unnest('{MARKETING_AND_SALES,SERVICE_IMPROVEMENT}'::text[]) purpose)
     select id from p order by id`,
    [people, name],
  );
  return rows.map(({ id }) => id);
};

export const create = async (api: Api, name: string, more: object = {}): Promise<string> => {
  const { data, errors } = await api.as("marketing")(
    "mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { prospect { id } userErrors { code } } }",
    {
      input: {
        ...{ name, kind: "VISITOR", basis: "LEGITIMATE_INTERESTS", source: "A fair's list" },
        ...{ emailAddress: `${name.replaceAll(" ", ".")}@bulk.example.com`, ...more },
      },
    },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.prospectCreate.prospect.id as string;
};

export const update = (api: Api, input: object) =>
  api.as("marketing")(
    "mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) { prospect { version } userErrors { code } } }",
    { input },
  );

export const restrict = (api: Api, id: string) =>
  api.as("privacy")(
    "mutation ($input: RestrictionRecordInput!) { restrictionRecord(input: $input) { userErrors { code } } }",
    {
      input: {
        ...{ kind: "PROSPECT", id, ground: "ACCURACY_CONTESTED" },
        evidence: { source: "Letter", wording: "That is wrong." },
      },
    },
  );

type InDatabase = {
  kind: string;
  informed: string | null;
  purposes: number;
  until: string;
  version: number;
};
/** As it stands behind the walls. */
export const person = async (api: Api, id: string): Promise<InDatabase> =>
  (
    await api.database.query<InDatabase>(
      `select kind, informed_on::text as informed, purposes, purposes_valid_until::text as until, version
       from prospects where id = $1`,
      [id],
    )
  ).rows[0]!;

export const entries = async (api: Api, operation: string) =>
  (
    await api.database.query<{
      action: string;
      viewer_id: string;
      subject_kind: string;
      fields: string[];
      subject_ids: string[];
      row_count: number;
    }>(
      `select action, viewer_id, subject_kind, fields, subject_ids, row_count from audit_entries
       where operation = $1 order by recorded_at, id`,
      [operation],
    )
  ).rows;
