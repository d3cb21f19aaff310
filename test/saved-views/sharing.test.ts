// Who sees a view: its maker, and where it is shared everybody of the audience in which it was made, within the customer.
// Who changes and removes it: its maker, there. To everybody else it is not there.
import { peopleOf, STORY_CUSTOMERS, STORY_PEOPLE, STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import type { Audience } from "../../src/viewer/audience";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";
import { entries, names, remove, rows, save, views } from "./saving";

let api: Api;
beforeAll(async () => {
  api = await openApi();
  // of marketing and of operators there are two, one of whom is an officer as well
  for (const [id, audience] of [
    [SECOND, "MARKETING"],
    [SECOND, "PRIVACY_OFFICER"],
  ])
    await api.database.query(
      `insert into staff_roles (id, staff_id, audience, granted_by, confirmed_by, confirmed_at)
       values (gen_random_uuid(), $1, $2::staff_audience, $3, $4, now())`,
      [id, audience, STORY_STAFF[3].id, STORY_STAFF[2].id],
    );
  await api.database.query(
    "update platform_users set role = 'ACCOUNT_ADMINISTRATOR' where id = $1",
    [HARBOUR.user.id],
  );
});
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from saved_views"));

const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;
const SECOND = STORY_STAFF[4].id;
const staff = (audience: Audience, id: string): Viewer => ({ ...PUBLIC_VIEWER, audience, id });
const me = STORY_PEOPLE.marketing.viewer;
const colleague = staff("MARKETING", SECOND);
const administrator = STORY_PEOPLE.administrator.viewer;
const coAdministrator: Viewer = { ...administrator, id: HARBOUR.user.id };
const stranger = peopleOf(BLUEBELL).administrator.viewer;

test("a colleague sees what is shared and nothing else, and may not change it", async () => {
  await save(api, me, { name: "Mine" });
  await save(api, me, { name: "Ours", isShared: true });
  expect(await views(api, colleague)).toMatchObject([
    { name: "Ours", isShared: true, isMine: false, viewerCanChange: false },
  ]);
  expect(await names(api, me)).toEqual(["Mine", "Ours"]);
});

test("a view that is shared no longer is gone for others", async () => {
  const { id } = (await save(api, me, { isShared: true })).savedView;
  await save(api, me, { id });
  expect(await names(api, colleague)).toEqual([]);
});

test("what one person made as somebody else is not seen here", async () => {
  await save(api, colleague, { name: "Of marketing", isShared: true });
  const officer = staff("PRIVACY_OFFICER", SECOND);
  const operator = staff("OPERATOR", SECOND);
  await save(api, officer, { name: "Of the officer", isShared: true });
  expect(await names(api, colleague)).toEqual(["Of marketing"]);
  expect(await names(api, officer)).toEqual(["Of the officer"]);
  expect(await names(api, operator)).toEqual([]);
  expect(await names(api, STORY_PEOPLE.privacy.viewer)).toEqual(["Of the officer"]);
});

test("administrators share within their customer, and not beyond", async () => {
  await save(api, administrator, { name: "Ours", isShared: true });
  await save(api, administrator, { name: "Mine" });
  await save(api, stranger, { name: "Theirs", isShared: true });
  expect(await names(api, administrator)).toEqual(["Mine", "Ours"]);
  expect(await names(api, coAdministrator)).toEqual(["Ours"]);
  expect(await names(api, stranger)).toEqual(["Theirs"]);
});

const FOREIGN: [string, Viewer, Viewer, boolean][] = [
  ["a colleague's that is shared", me, colleague, true],
  ["a colleague's", me, colleague, false],
  ["another customer's that is shared", stranger, administrator, true],
  ["a co-administrator's that is shared", coAdministrator, administrator, true],
  ["one's own of another role", staff("PRIVACY_OFFICER", SECOND), colleague, true],
];
test.each(FOREIGN)(
  "%s looks to whoever changes or removes it as if there were none, and stays",
  async (_, maker, other, isShared) => {
    const { id } = (await save(api, maker, { isShared })).savedView;
    const [before, entered] = [await rows(api), await entries(api)];
    const nobodys = newId();
    expect(await save(api, other, { id, name: "Else" })).toEqual(
      await save(api, other, { id: nobodys, name: "Else" }),
    );
    expect(await remove(api, other, id)).toEqual(await remove(api, other, nobodys));
    expect(await rows(api)).toEqual(before);
    expect(await entries(api)).toEqual(entered);
  },
);

test("removed by its maker a view is gone for all, with one entry; again it is not found", async () => {
  const { savedView } = await save(api, me, { isShared: true });
  const before = (await entries(api)).length;
  expect(await remove(api, me, savedView.id)).toEqual({ savedView, userErrors: [] });
  expect(await views(api, colleague)).toEqual([]);
  expect((await remove(api, me, savedView.id)).userErrors).toMatchObject([
    { code: "NOT_FOUND", field: "id" },
  ]);
  expect((await entries(api)).slice(before)).toMatchObject([
    { operation: "savedViewRemove", viewer_id: me.id, subject_ids: [me.id] },
  ]);
});

test("whoever is deactivated takes along what was not shared; what was shared stays and belongs to nobody who asks", async () => {
  const leaver = { ...colleague };
  await save(api, leaver, { name: "Own" });
  await save(api, leaver, { name: "Shared", isShared: true });
  await save(api, me, { name: "Another's" });
  await save(api, coAdministrator, { name: "Own" });
  await save(api, coAdministrator, { name: "Shared", isShared: true });
  const deactivate = (name: string, type: string) =>
    `mutation ($id: ID!) { ${name}(input: { id: $id }) { ${type} { state } userErrors { code } } }`;
  await api.as("operator")(deactivate("staffDeactivate", "staffMember"), { id: SECOND });
  await api.as("administrator")(deactivate("platformUserDeactivate", "platformUser"), {
    id: coAdministrator.id,
  });
  expect(await names(api, me)).toEqual(["Another's", "Shared"]);
  expect(await names(api, administrator)).toEqual(["Shared"]);
  expect(await rows(api)).toHaveLength(3);
});

describe("PostgreSQL refuses the same, whatever the program asks", () => {
  const inRole = async (viewer: Viewer, statement: string, values: unknown[] = []) => {
    await api.database.query("begin");
    try {
      await api.database.query(
        `select set_config('role', $1, true), set_config('app.viewer', $2, true), set_config('app.customer', $3, true)`,
        [`audience_${viewer.audience.toLowerCase()}`, viewer.id, viewer.customerId ?? ""],
      );
      return await api.database.query(statement, values);
    } finally {
      await api.database.query("rollback");
    }
  };
  const counts = async (viewer: Viewer) => ({
    seen: (await inRole(viewer, "select id from saved_views")).rowCount,
    changed: (await inRole(viewer, "update saved_views set name = 'x'")).rowCount,
    removed: (await inRole(viewer, "delete from saved_views")).rowCount,
  });

  test("what is not one's own is seen where it is shared, and neither changed nor removed", async () => {
    for (const maker of [me, administrator, stranger]) {
      await save(api, maker, { name: "Mine" });
      await save(api, maker, { name: "Ours", isShared: true });
    }
    expect(await counts(me)).toEqual({ seen: 2, changed: 2, removed: 2 });
    expect(await counts(colleague)).toEqual({ seen: 1, changed: 0, removed: 0 });
    expect(await counts(coAdministrator)).toEqual({ seen: 1, changed: 0, removed: 0 });
    expect(await counts(staff("SUPPORT", me.id!))).toEqual({ seen: 0, changed: 0, removed: 0 });
  });

  test("none is made in another's name, for another role or another customer", async () => {
    const make = (viewer: Viewer, audience: string, maker: string, customer: string | null) =>
      inRole(
        viewer,
        `insert into saved_views (id, customer_id, audience, list, name, name_canonical, search, is_shared, made_by)
         values (gen_random_uuid(), $1, $2, 'a', 'a', 'a', '', true, $3)`,
        [customer, audience, maker],
      );
    expect((await make(me, "MARKETING", me.id!, null)).rowCount).toBe(1);
    const refused = expect.objectContaining({ code: "42501" }) as Error;
    await expect(make(me, "MARKETING", SECOND, null)).rejects.toEqual(refused);
    await expect(make(me, "SUPPORT", me.id!, null)).rejects.toEqual(refused);
    await expect(
      make(administrator, "ACCOUNT_ADMINISTRATOR", administrator.id!, BLUEBELL.id),
    ).rejects.toEqual(refused);
  });
});
