// Who meets subscribers, and which.
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

test("marketing pages through every reader to whom the newsletter may go, and no other", async () => {
  const ask = api.as("marketing");
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<typeof ask>> = await ask(
      `query ($after: String) { subscribers(first: 100, after: $after, orderBy: NAME) {
        totalCount nodes { id name permittedPurposes } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const page = data.subscribers;
    expect(page.totalCount).toBe(414);
    for (const node of page.nodes) {
      expect(node.permittedPurposes).toEqual(["NEWSLETTER"]);
      seen.push(node.id);
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen.length).toBe(414);
  expect(new Set(seen).size).toBe(414);
});

test.each(["support", "administrator", "user", "operator", "privacy"] as const)(
  "%s has no field for subscribers",
  async (role) => {
    const { errors, data } = await api.as(role)("{ subscribers { totalCount } }");
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe('Cannot query field "subscribers" on type "Query".');
  },
);

test("each statement that returned people leaves one entry, which names who, why, what and whom", async () => {
  const before = await entries();
  const { data } = await api.as("marketing")("{ subscribers(first: 3) { nodes { id name } } }");
  const [entry, ...others] = (await entries()).slice(before.length);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    action: "READ",
    audience: "MARKETING",
    purpose: "NEWSLETTER",
    operation: "subscribers",
    subject_kind: "SUBSCRIBER",
  });
  const ids = data.subscribers.nodes.map((node: { id: string }) => node.id);
  expect(entry!.subject_ids).toEqual(expect.arrayContaining(ids));
});

test("a reader is found by the address in any spelling", async () => {
  const ask = api.as("marketing");
  const find = (emailAddress: string) =>
    ask(
      `query ($filter: SubscriberFilter) { subscribers(filter: $filter) { nodes { emailAddress } } }`,
      { filter: { emailAddress } },
    );
  const found = await find("READER2@Post.Example.com.");
  expect(found.data.subscribers.nodes).toEqual([{ emailAddress: "reader2@post.example.com" }]);
  expect((await find("no address")).data.subscribers.nodes).toEqual([]);
});

test("suppressing is harmless twice, and says the same of an address that nobody knows", async () => {
  const suppress = (emailAddress: string) =>
    api.as("marketing")(
      "mutation ($input: SuppressionAddInput!) { suppressionAdd(input: $input) { isSuppressed userErrors { code } } }",
      { input: { emailAddress, reason: "ASKED" } },
    );
  const known = await suppress("reader2@post.example.com");
  const again = await suppress("Reader2@post.example.com");
  const unknown = await suppress("nobody@example.com");
  expect(known.text).toBe(again.text);
  expect(known.text).toBe(unknown.text);
  const { data } = await api.as("marketing")(
    '{ subscribers(filter: { emailAddress: "reader2@post.example.com" }) { nodes { mayEmail } } }',
  );
  expect(data.subscribers.nodes).toEqual([{ mayEmail: false }]);
});

const entries = async () =>
  (
    await api.database.query<{ subject_ids: string[] }>(
      "select * from audit_entries order by recorded_at, id",
    )
  ).rows;
