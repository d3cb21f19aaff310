// Saving, reading and removing views, as somebody does over GraphQL.
import type { Viewer } from "../../src/viewer/viewer";
import type { Api } from "../setup/api";

export const VIEW = "id list name search isShared isMine viewerCanChange createdAt";

export const PARTNERS = {
  ...{ list: "prospects", name: "Partners", search: "kind=PARTNER", isShared: false },
};

async function change(api: Api, viewer: Viewer, verb: string, input: object) {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await api.asViewer(viewer)(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { savedView { ${VIEW} } userErrors { code field message } } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data[verb];
}

export const save = (api: Api, viewer: Viewer, input: object = {}) =>
  change(api, viewer, "savedViewSave", { ...PARTNERS, ...input });

export const remove = (api: Api, viewer: Viewer, id: string) =>
  change(api, viewer, "savedViewRemove", { id });

export async function views(api: Api, viewer: Viewer, list = PARTNERS.list) {
  const { data } = await api.asViewer(viewer)(
    `query ($list: String!) { savedViews(list: $list, first: 100) { nodes { ${VIEW} } totalCount } }`,
    { list },
  );
  expect(data.savedViews.totalCount).toBe(data.savedViews.nodes.length);
  return data.savedViews.nodes;
}

export const names = async (api: Api, viewer: Viewer, list?: string): Promise<string[]> =>
  (await views(api, viewer, list)).map(({ name }: { name: string }) => name);

export const rows = async (api: Api) =>
  (await api.database.query("select * from saved_views order by id")).rows;

export const entries = async (api: Api) =>
  (
    await api.database.query(
      `select operation, purpose, fields, viewer_id, subject_ids from audit_entries
       where operation like 'savedView%' and action = 'WRITE' order by id`,
    )
  ).rows;
