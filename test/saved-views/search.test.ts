// What a view may remember: which records, never which person.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";
import { rows, save } from "./saving";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from saved_views"));

const me = STORY_PEOPLE.marketing.viewer;

test.each([
  ["", ""],
  ["kind=PARTNER&kind=VISITOR&createdFrom=2026-01-01", null],
  ["?kind=PARTNER", "kind=PARTNER"],
  ["source=Trade fair", "source=Trade+fair"],
  ["company=Gr%C3%B6%C3%9Fe", "company=Gr%C3%B6%C3%9Fe"],
  ["customerId=01990000-0000-7000-8000-c05700000001", null],
  ["isShared", "isShared="],
])("«%s» is kept", async (search, kept) => {
  expect((await save(api, me, { search })).savedView.search).toBe(kept ?? search);
});

test.each([
  "emailAddress=a",
  "emailaddress=",
  "kind=PARTNER&name=Ada",
  "nameStartsWith=A",
  "subjectId=01990000-0000-7000-8000-05e200000001",
  "text=late",
  "q=late",
  "after=WyJBZGEiLCIxIl0",
  "source=ada@example.com",
  "source=ada%40example.com",
  "source=ada%2540example.com",
  "source=ada%252540example.com",
  "source=ada%EF%BC%A0example.com",
])("«%s» may remember a person: refused, in so many words, without a trace", async (search) => {
  const { savedView, userErrors } = await save(api, me, { search, isShared: true });
  expect(savedView).toBeNull();
  expect(userErrors).toEqual([
    {
      ...{ code: "NAMES_A_PERSON", field: "search" },
      message: expect.stringContaining("A view may not remember a person") as string,
    },
  ]);
  expect(await rows(api)).toEqual([]);
});

test.each([
  ["a key in kebab-case", "created-from=1", "INVALID"],
  ["a key in capitals", "Kind=A", "INVALID"],
  ["no key", "=A", "INVALID"],
  ["a key with brackets", "kind[]=A", "INVALID"],
  ["a long key", `${"k".repeat(61)}=A`, "INVALID"],
  ["a line", "kind=A\nB", "INVALID"],
  ["a line that is encoded", "kind=A%0AB", "INVALID"],
  ["a zero", "kind=A%00", "INVALID"],
  ["a terminal's code", "kind=%1B[31m", "INVALID"],
  ["more than a thousand characters", `kind=${"A".repeat(996)}`, "TOO_LONG"],
  ["more than a thousand, encoded", `kind=${"ö".repeat(200)}`, "TOO_LONG"],
])("%s is refused", async (_, search, code) => {
  const { savedView, userErrors } = await save(api, me, { search });
  expect({ savedView, userErrors }).toMatchObject({
    savedView: null,
    userErrors: [{ code, field: "search" }],
  });
  expect(await rows(api)).toEqual([]);
});

test("PostgreSQL keeps no address either", async () => {
  for (const search of ["source=ada@example.com", "source=ada%40example.com"])
    await expect(
      api.database.query(
        `insert into saved_views (id, audience, list, name, name_canonical, search, is_shared, made_by)
         values (gen_random_uuid(), 'MARKETING', 'a', 'a', 'a', $1, true, $2)`,
        [search, me.id],
      ),
    ).rejects.toThrow(/remembers_no_address/);
});
