// Our own people's roles: granted, confirmed by a second operator, kept apart, and never the last one lost.
import { STORY_STAFF } from "../../seeds/story-people";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeEach(async () => (api = await openApi()));
afterEach(() => api.close());

const [SUPPORT, , OFFICER, FIRST, SECOND] = STORY_STAFF;
const operator = (id: string) => api.asViewer({ ...PUBLIC_VIEWER, audience: "OPERATOR", id });
const ROLE = "role { id audience isInForce confirmedBy endedAt } userErrors { code field }";
const change = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${ROLE} } }`;

const grant = async (by: string, staffId: string, audience: string) =>
  (
    await operator(by)(change("staffRoleGrant", "StaffRoleGrantInput"), {
      input: { staffId, audience },
    })
  ).data.staffRoleGrant;
const confirm = async (by: string, id: string) =>
  (await operator(by)(change("staffRoleConfirm", "StaffRoleInput"), { input: { id } })).data
    .staffRoleConfirm;
const end = async (by: string, id: string) =>
  (await operator(by)(change("staffRoleEnd", "StaffRoleInput"), { input: { id } })).data
    .staffRoleEnd;
const deactivate = async (by: string, id: string) =>
  (
    await operator(by)(
      "mutation ($input: StaffDeactivateInput!) { staffDeactivate(input: $input) { staffMember { state } userErrors { code } } }",
      { input: { id } },
    )
  ).data.staffDeactivate;
const roleOf = async (staffId: string): Promise<string> =>
  (await api.database.query("select id from staff_roles where staff_id = $1", [staffId])).rows[0]
    .id;

test("a role that is power over others waits for a second operator", async () => {
  const { role } = await grant(FIRST.id, SUPPORT.id, "PRIVACY_OFFICER");
  expect(role.isInForce).toBe(false);
  expect((await confirm(FIRST.id, role.id)).userErrors).toEqual([
    { code: "NOT_BY_YOURSELF", field: "id" },
  ]);
  expect((await confirm(SECOND.id, role.id)).role).toMatchObject({
    isInForce: true,
    confirmedBy: SECOND.id,
  });
  expect((await confirm(SECOND.id, role.id)).role.isInForce).toBe(true);
});

test("marketing and support are never in one hand", async () => {
  expect((await grant(FIRST.id, SUPPORT.id, "MARKETING")).userErrors).toEqual([
    { code: "DUTIES_APART", field: "audience" },
  ]);
  const own = await roleOf(SUPPORT.id);
  expect((await end(FIRST.id, own)).role.endedAt).not.toBeNull();
  expect((await grant(FIRST.id, SUPPORT.id, "MARKETING")).role.isInForce).toBe(true);
});

test("granting twice answers the role that stands", async () => {
  const { role } = await grant(FIRST.id, SUPPORT.id, "PRIVACY_OFFICER");
  expect((await grant(SECOND.id, SUPPORT.id, "PRIVACY_OFFICER")).role.id).toBe(role.id);
});

test("nobody changes an own role, nor takes themselves out", async () => {
  const refused = [{ code: "NOT_BY_YOURSELF", field: "staffId" }];
  expect((await grant(FIRST.id, FIRST.id, "SUPPORT")).userErrors).toEqual(refused);
  expect((await end(FIRST.id, await roleOf(FIRST.id))).userErrors[0].code).toBe("NOT_BY_YOURSELF");
  expect((await deactivate(FIRST.id, FIRST.id)).userErrors[0].code).toBe("NOT_BY_YOURSELF");
});

test("the last privacy officer and the last operator stay", async () => {
  expect((await end(FIRST.id, await roleOf(OFFICER.id))).userErrors[0].code).toBe("LAST_IN_OFFICE");
  expect((await deactivate(FIRST.id, OFFICER.id)).userErrors[0].code).toBe("LAST_IN_OFFICE");
  expect((await deactivate(FIRST.id, SECOND.id)).staffMember.state).toBe("DEACTIVATED");
  expect((await deactivate(FIRST.id, SECOND.id)).staffMember.state).toBe("DEACTIVATED");
  const { rows } = await api.database.query(
    "select ended_by from staff_roles where staff_id = $1",
    [SECOND.id],
  );
  expect(rows).toEqual([{ ended_by: FIRST.id }]);
});

test("two operators who end each other at once leave one", async () => {
  const [ofFirst, ofSecond] = [await roleOf(FIRST.id), await roleOf(SECOND.id)];
  const ending = change("staffRoleEnd", "StaffRoleInput");
  // whoever comes second is refused, or no operator any more
  await Promise.all([
    operator(FIRST.id)(ending, { input: { id: ofSecond } }),
    operator(SECOND.id)(ending, { input: { id: ofFirst } }),
  ]);
  const { rowCount } = await api.database.query(
    "select from staff_roles where audience = 'OPERATOR' and is_in_force",
  );
  expect(rowCount).toBe(1);
});

test("each change leaves one entry that names the person", async () => {
  await grant(FIRST.id, SUPPORT.id, "PRIVACY_OFFICER");
  const { rows } = await api.database.query(
    "select operation, viewer_id, subject_ids from audit_entries where operation = 'staffRoleGrant' and action = 'WRITE'",
  );
  expect(rows).toEqual([
    { operation: "staffRoleGrant", viewer_id: FIRST.id, subject_ids: [SUPPORT.id] },
  ]);
});

describe("PostgreSQL refuses the same, whatever the program asks", () => {
  const asOperator = async (id: string, statement: string, values: unknown[] = []) => {
    await api.database.query("begin");
    try {
      await api.database.query(
        "select set_config('role', 'audience_operator', true), set_config('app.viewer', $1, true)",
        [id],
      );
      return await api.database.query(statement, values);
    } finally {
      await api.database.query("rollback");
    }
  };

  test.each([
    [
      "an own role",
      "insert into staff_roles (id, staff_id, audience, granted_by) values (gen_random_uuid(), $1, 'SUPPORT', $1)",
      [FIRST.id],
    ],
    [
      "a role in another operator's name",
      "insert into staff_roles (id, staff_id, audience, granted_by) values (gen_random_uuid(), $1, 'PRIVACY_OFFICER', $2)",
      [SUPPORT.id, SECOND.id],
    ],
    [
      "marketing beside support",
      "insert into staff_roles (id, staff_id, audience, granted_by) values (gen_random_uuid(), $1, 'MARKETING', $2)",
      [SUPPORT.id, FIRST.id],
    ],
    [
      "the last officer's end",
      "update staff_roles set ended_by = $2, ended_at = now() where staff_id = $1",
      [OFFICER.id, FIRST.id],
    ],
  ])("%s", async (_, statement, values) => {
    await expect(asOperator(FIRST.id, statement, values)).rejects.toThrow();
  });

  test("confirming what one granted oneself", async () => {
    const { role } = await grant(FIRST.id, SUPPORT.id, "OPERATOR");
    const confirming =
      "update staff_roles set confirmed_by = $2, confirmed_at = now() where id = $1";
    await expect(asOperator(FIRST.id, confirming, [role.id, FIRST.id])).rejects.toThrow(
      /by_a_second_operator/,
    );
  });

  test("and nobody sees staff without being somebody", async () => {
    expect((await asOperator("", "select id from staff")).rowCount).toBe(0);
  });
});
