// What is asked again when a file is handed over: a stop that came after it was made keeps it here.
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { made, OWN_USE, read, taken } from "./taking";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const forProvider = { serviceProviderId: STORY_SERVICE_PROVIDER.id };
const subscriber = async (offset: number) =>
  (
    await api.database.query<{ id: string; email_address: string }>(
      "select id, email_address from subscribers where may_email order by id offset $1 limit 1",
      [offset],
    )
  ).rows[0]!;

const suppress = async (emailAddress: string) => {
  const { data } = await api.as("marketing")(
    `mutation ($emailAddress: String!) { suppressionAdd(input: { emailAddress: $emailAddress, reason: "ASKED" }) { isSuppressed } }`,
    { emailAddress },
  );
  expect(data.suppressionAdd.isSuppressed).toBe(true);
};

const stops: [string, () => Promise<void>][] = [
  ["is suppressed", async () => suppress((await subscriber(0)).email_address)],
  [
    "takes a consent back",
    async () => {
      const { id } = await subscriber(1);
      await api.database.query(
        `insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns)
         select gen_random_uuid(), subject_kind, subject_id, purpose, lawful_basis, 'WITHDRAWN', id
         from lawful_bases where subject_id = $1 and transition = 'ESTABLISHED'`,
        [id],
      );
    },
  ],
];

test.each(stops)(
  "once somebody %s, no file that was made before is handed over",
  async (_, stop) => {
    const input = { kind: "SUBSCRIBERS", onlyMailable: true };
    const files = [
      await made(api, "marketing", { ...input, ...OWN_USE }),
      await made(api, "marketing", { ...input, ...forProvider }),
    ];
    for (const file of files) expect((await taken(api, file)).status).toBe(200);
    await stop();
    for (const file of files) {
      const refused = await taken(api, file);
      expect([refused.status, await refused.json()]).toMatchObject([
        410,
        { errors: [{ extensions: { code: "EXPORT_OUTDATED" } }] },
      ]);
      expect(await read(api, "marketing", file.id)).toMatchObject({
        ...{ state: "DONE", isOutdated: true, downloadUrl: null },
      });
    }
    const anew = await made(api, "marketing", { ...input, ...forProvider });
    expect(anew).toMatchObject({ isOutdated: false, rowCount: files[1]!.rowCount - 1 });
    expect((await taken(api, anew)).status).toBe(200);
  },
);

test("nor does the database take a Disclosure of it, whoever writes one", async () => {
  const file = await made(api, "marketing", { kind: "SUBSCRIBERS", ...forProvider });
  const { id } = STORY_PEOPLE.marketing.viewer;
  const disclose = async () => {
    await api.database.query("begin");
    await api.database.query(
      `select set_config('role', 'audience_marketing', true), set_config('app.viewer', $1, true), set_config('app.audience', 'MARKETING', true)`,
      [id],
    );
    const written = api.database.query(
      `insert into disclosures (id, service_provider_id, viewer_id, purposes, fields, contact_count, export_id, sha256)
       values (gen_random_uuid(), $1, $2, '{NEWSLETTER}', '{id}', 1, $3, 'x')`,
      [STORY_SERVICE_PROVIDER.id, id, file.id],
    );
    return written.finally(() => api.database.query("rollback"));
  };
  await expect(disclose()).resolves.toMatchObject({ rowCount: 1 });
  await suppress((await subscriber(2)).email_address);
  await expect(disclose()).rejects.toThrow(/row-level security/);
});

test("a stop elsewhere is none here: somebody unknown, and contacts of another kind", async () => {
  const file = await made(api, "marketing", { kind: "PROSPECTS", ...OWN_USE });
  await suppress("nobody.known@nowhere.example.com");
  await suppress((await subscriber(3)).email_address);
  const users = await made(api, "administrator", { kind: "PLATFORM_USERS", ...OWN_USE });
  expect((await read(api, "marketing", file.id)).isOutdated).toBe(false);
  expect(users.isOutdated).toBe(false);
});
