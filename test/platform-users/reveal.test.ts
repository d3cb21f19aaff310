// Support sees masked addresses. Revealing one is on record, whoever it belongs to; a refusal leaves no trace.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";
import { entriesFromNow, HARBOUR, NOBODY } from "./people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const REVEAL = `mutation ($kind: MaskedKind!, $id: ID!) { revealEmailAddress(input: { kind: $kind, id: $id }) {
  emailAddress userErrors { code field message } } }`;
const reveal = (kind: string, id: string) => api.as("support")(REVEAL, { kind, id });

test("support sees enough of an address to recognise it, and has no field for the whole", async () => {
  const find = (field: string) =>
    api.as("support")(`query ($id: ID!) { platformUser(id: $id) { ${field} } }`, {
      id: HARBOUR.user.id,
    });
  expect((await find("emailAddressMasked")).data.platformUser).toEqual({
    emailAddressMasked: "u•••@h•••.com",
  });
  const whole = await find("emailAddress");
  expect(whole.data).toBeUndefined();
  expect(whole.errors?.[0]?.message).toContain('Cannot query field "emailAddress"');
});

test("revealing a user's address writes one entry, of its own kind", async () => {
  const made = await entriesFromNow(api.database);
  const { data } = await reveal("PLATFORM_USER", HARBOUR.user.id);
  expect(data.revealEmailAddress).toEqual({
    emailAddress: "user1@harbour-finch-logistics.example.com",
    userErrors: [],
  });
  const [entry, ...others] = await made();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    ...{ action: "REVEAL", audience: "SUPPORT", viewer_id: STORY_PEOPLE.support.viewer.id },
    ...{
      purpose: "CUSTOMER_SUPPORT",
      subject_kind: "PLATFORM_USER",
      subject_ids: [HARBOUR.user.id],
    },
  });
});

test("a contact's address is revealed alike", async () => {
  const { rows } = await api.database.query<{ id: string; email_address: string }>(
    "select id, email_address from customer_contacts where customer_id = $1 order by id limit 1",
    [HARBOUR.id],
  );
  const made = await entriesFromNow(api.database);
  const { data } = await reveal("CUSTOMER_CONTACT", rows[0]!.id);
  expect(data.revealEmailAddress.emailAddress).toBe(rows[0]!.email_address);
  expect(await made()).toMatchObject([{ action: "REVEAL", subject_kind: "CUSTOMER_CONTACT" }]);
});

test("a person of an ended contract, the wrong kind and an unknown id are the same refusal, without trace", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from platform_users where purposes & 32 = 0 limit 1",
  );
  const made = await entriesFromNow(api.database);
  const unknown = await reveal("PLATFORM_USER", NOBODY);
  expect(unknown.data.revealEmailAddress).toMatchObject({
    emailAddress: null,
    userErrors: [{ code: "NOT_FOUND", field: "id" }],
  });
  expect((await reveal("PLATFORM_USER", rows[0]!.id)).text).toBe(unknown.text);
  expect((await reveal("CUSTOMER_CONTACT", HARBOUR.user.id)).text).toBe(unknown.text);
  expect((await reveal("PLATFORM_USER", "no uuid")).text).toBe(unknown.text);
  expect(await made()).toEqual([]);
});

test.each(["administrator", "user", "operator", "marketing", "privacy"] as const)(
  "%s has no such mutation",
  async (role) => {
    const { data, errors } = await api.as(role)(
      `mutation { revealEmailAddress(input: { kind: PLATFORM_USER, id: "${HARBOUR.user.id}" }) { emailAddress } }`,
    );
    expect(data ?? null).toBeNull();
    expect(errors?.length).toBeGreaterThan(0);
  },
);
