// What would happen is what does happen: counted first, then done on the same world, and counted again.
import { allowedBases } from "../../src/lawfulness/register";
import { TABLES } from "../drills/lawfulness/subjects";
import { type Api, openApi } from "../setup/api";
import { LETTER, officerOf } from "./asking";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const WHAT_IF = `query ($change: WhatIfInput!) { whatIf(change: $change) {
  whatIf { kinds { kind records closed erased } peopleToTell toolsToCall } userErrors { code } } }`;
type OfKind = { kind: keyof typeof TABLES; records: number; closed: number; erased: number };

const stored = async (kind: keyof typeof TABLES) =>
  new Map(
    (
      await api.database.query<{ id: string; purposes: number }>(
        `select id, purposes from ${TABLES[kind]}`,
      )
    ).rows.map(({ id, purposes }) => [id, purposes]),
  );
const erasures = async (kind: string) =>
  Number(
    (
      await api.database.query(
        "select count(*) as n from erasures where subject_kind = $1 and cancelled_at is null",
        [kind],
      )
    ).rows[0].n,
  );
const deriveAnew = (kind: keyof typeof TABLES) =>
  api.database.query(
    `select derive_permitted_purposes($1::subject_kind, array(select id from ${TABLES[kind]}))`,
    [kind],
  );

/** Somebody restricted, somebody whose objection waits, somebody who consented anew after one. */
async function stories(): Promise<void> {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from prospects where (purposes & 12) = 12 order by id limit 3",
  );
  const [restricted, waiting, anew] = rows.map(({ id }) => ({
    kind: "PROSPECT",
    id,
    evidence: LETTER,
  }));
  const officer = officerOf(api);
  await officer("restrict", { ...restricted, ground: "NEEDED_FOR_CLAIMS" });
  await officer("object", { ...waiting, purpose: "SERVICE_IMPROVEMENT" });
  await officer("object", {
    ...{ ...anew, purpose: "MARKETING_AND_SALES" },
    evidence: { ...LETTER, at: "2026-11-01T00:00:00Z" },
  });
  await officer("consent", {
    ...{ ...anew, purpose: "MARKETING_AND_SALES", noticeVersion: "2021-01-11" },
    evidence: { ...LETTER, at: "2026-11-02T00:00:00Z" },
  });
}

test.each([
  ["a purpose", { retirePurpose: "MARKETING_AND_SALES" }, "purpose = 'MARKETING_AND_SALES'"],
  ["a basis", { endBasis: "CONSENT" }, "lawful_basis = 'CONSENT'"],
  [
    "a row of the register",
    {
      removeRows: [
        { kind: "PROSPECT", purpose: "SERVICE_IMPROVEMENT", lawfulBasis: "LEGITIMATE_INTERESTS" },
      ],
    },
    "subject_kind = 'PROSPECT' and purpose = 'SERVICE_IMPROVEMENT'",
  ],
])("giving up %s does what was counted before", async (_, change, gone) => {
  if (!("endBasis" in change)) await stories();
  const { data } = await api.as("privacy")(WHAT_IF, { change });
  expect(data.whatIf.userErrors).toEqual([]);
  const told = data.whatIf.whatIf.kinds as OfKind[];
  expect(told.some(({ closed }) => closed > 100)).toBe(true);
  const before = new Map<string, { purposes: Map<string, number>; erasures: number }>();
  for (const { kind } of told)
    before.set(kind, { purposes: await stored(kind), erasures: await erasures(kind) });
  await api.database.query(`delete from register_bases where ${gone}`);
  const happened: OfKind[] = [];
  for (const { kind } of told) {
    await deriveAnew(kind);
    const was = before.get(kind)!;
    const now = await stored(kind);
    const closed = [...now].filter(([id, purposes]) => was.purposes.get(id) !== purposes).length;
    const erased = (await erasures(kind)) - was.erasures;
    happened.push({ kind, records: now.size, closed, erased });
  }
  expect(happened).toEqual(told);
  await api.database.query(
    "insert into register_bases select * from unnest($1::subject_kind[], $2::purpose[], $3::lawful_basis[]) on conflict do nothing",
    [
      allowedBases().map(({ kind }) => kind),
      allowedBases().map(({ purpose }) => purpose),
      allowedBases().map(({ basis }) => basis),
    ],
  );
  for (const { kind } of told) await deriveAnew(kind);
});

test("asking writes nothing but its entry, and needs exactly one change", async () => {
  const content = async () =>
    (
      await api.database.query(
        "select (select count(*) from lawful_bases) as bases, (select count(*) from erasures) as erasures, (select sum(purposes) from prospects) as purposes",
      )
    ).rows;
  const before = await content();
  const { data } = await api.as("privacy")(WHAT_IF, { change: {} });
  expect(data.whatIf).toEqual({ whatIf: null, userErrors: [{ code: "INVALID" }] });
  await api.as("privacy")(WHAT_IF, { change: { retirePurpose: "NEWSLETTER" } });
  expect(await content()).toEqual(before);
});
