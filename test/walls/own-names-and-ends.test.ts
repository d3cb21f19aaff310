// With SQL of one's own in a role: the names are those of one's own audience, and a session that has ended stays ended.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import { audienceRole, type Role } from "../../src/database/roles";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => (world = await createWorld()));
afterAll(() => world.drop());

const { marketing, administrator } = STORY_PEOPLE;

/** What the statements answer in the role, as whoever the settings name. Nothing of it stays. */
async function inRole(role: Role, viewer: string, customer: string | null, statements: string[]) {
  const { asOwner } = world;
  await asOwner.query("begin");
  try {
    await asOwner.query(
      `select set_config('app.viewer', $1, true), set_config('app.customer', $2, true), set_config('role', $3, true)`,
      [viewer, customer ?? "", role],
    );
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await asOwner.query(statement));
    return rows;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await asOwner.query("rollback");
  }
}

test("a name is read in one's own audience alone, whoever the settings name", async () => {
  const names = (role: Role) =>
    inRole(role, administrator.viewer.id!, administrator.viewer.customerId, [
      "select name from viewer_names",
    ]);
  expect(await names(audienceRole("ACCOUNT_ADMINISTRATOR"))).toHaveLength(1);
  for (const audience of ["MARKETING", "SUPPORT", "PRIVACY_OFFICER", "OPERATOR"] as const)
    expect([audience, await names(audienceRole(audience))]).toEqual([audience, []]);
  const ours = (role: Role) =>
    inRole(role, marketing.viewer.id!, null, ["select name from viewer_names"]);
  expect(await ours(audienceRole("MARKETING"))).toHaveLength(1);
  expect(await ours(audienceRole("ACCOUNT_ADMINISTRATOR"))).toEqual([]);
});

test("a session that has ended is not begun again", async () => {
  const id = newId();
  await world.asOwner.query(
    `insert into sessions (id, credential_id, person_id, customer_id, audience, expires_at)
     select $1, id, person_id, customer_id, 'MARKETING', now() + interval '1 hour' from credentials where person_id = $2`,
    [id, marketing.viewer.id],
  );
  const change = (values: string) =>
    inRole(audienceRole("MARKETING"), marketing.viewer.id!, null, [
      `update sessions set ${values} where id = '${id}' returning id`,
    ]);
  expect(await change("ended_at = now(), end_reason = 'SIGNED_OUT'")).toEqual([{ id }]);
  expect(await change("ended_at = null, end_reason = null")).toBe("42501");
});
