// What a verb revealed is personal data at each showing, also where its answer is only repeated.
import { randomUUID } from "node:crypto";
import { STORY_CUSTOMERS, STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const { viewer } = STORY_PEOPLE.support;
const reveal = async (key: string) => {
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...{ authorization: `Bearer ${api.token(viewer)}`, "idempotency-key": key },
    },
    body: JSON.stringify({
      query: `mutation ($id: ID!) { revealEmailAddress(input: { kind: PLATFORM_USER, id: $id }) { emailAddress } }`,
      variables: { id: STORY_CUSTOMERS[0].user.id },
    }),
  });
  return response.text();
};

test("each showing is entered, under the request that revealed it", async () => {
  const key = randomUUID();
  const shown = [await reveal(key), await reveal(key), await reveal(key)];
  expect(new Set(shown).size).toBe(1);
  expect(shown[0]).toContain("@");
  const { rows } = await api.database.query(
    `select action, operation, viewer_id from audit_entries where request_id in
       (select request_id from audit_entries where action = 'REVEAL') order by recorded_at`,
  );
  const replay = { action: "READ", operation: "replay", viewer_id: viewer.id };
  expect(rows).toEqual([
    { action: "REVEAL", operation: "revealEmailAddress", viewer_id: viewer.id },
    ...[replay, replay],
  ]);
});
