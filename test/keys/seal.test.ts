// Evidence from before there were keys: it is read as it is until `npm run keys -- seal` seals it, in as many runs as it takes.
import { openedEvidence, type SealedProof } from "../../src/lawfulness/evidence";
import { waitingColumns } from "../../src/keys/sealed-columns";
import { sealColumn } from "../../src/keys/seal-column";
import { type Api, openApi } from "../setup/api";
import { operator, ownerOf } from "./operator";

const COLUMN = waitingColumns().find(({ table }) => table === "basis_evidence")!;
const SOURCE = "An old form";

let api: Api;
let waiting: string[];
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

/** Thirty readers whose evidence the migration found, and who have no key. */
beforeEach(async () => {
  const { rows } = await api.database.query<{ id: string }>(
    `update basis_evidence set sealed = null,
       unsealed = jsonb_build_object('source', $1::text, 'wording', 'Of ' || subject_id, 'givenAt', '2020-01-02T03:04:05.000006Z')
     where lawful_basis_id in (select e.lawful_basis_id from basis_evidence e join subscribers s on s.id = e.subject_id
       where s.may_email and e.sealed is not null order by 1 limit 30) returning subject_id as id`,
    [SOURCE],
  );
  waiting = rows.map(({ id }) => id).sort();
  await api.database.query("delete from keys.person_keys where subject_id = any ($1)", [waiting]);
});

afterEach(() => operator(api.config, "seal"));

const proofs = async () =>
  (
    await api.database.query<SealedProof>(
      `select lawful_basis_id as "basisId", e.subject_id as "subjectId", encode(sealed, 'hex') as sealed, unsealed,
         encode(k.wrapped, 'hex') as wrapped
       from basis_evidence e left join keys.person_keys k using (subject_id) where e.subject_id = any ($1)
       order by subject_id, lawful_basis_id`,
      [waiting],
    )
  ).rows;
const words = async () => (await proofs()).map((proof) => openedEvidence(proof)?.wording);
const unsealed = async () => (await proofs()).filter((proof) => proof.sealed === null).length;

const evidenceOf = async (id: string) => {
  const { data, errors } = await api.as("privacy")(
    `query ($id: ID!) { lawfulness(kind: SUBSCRIBER, id: $id) { decisions { because } ledger { evidence { source wording givenAt isErased } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.lawfulness as { decisions: { because: string }[]; ledger: { evidence: object }[] };
};

test("the story's evidence is sealed from the beginning", async () => {
  const { rows } = await api.database.query(
    "select count(*)::integer as n, count(sealed)::integer as sealed from basis_evidence",
  );
  expect(rows[0].n - rows[0].sealed).toBe(waiting.length);
});

test("before and after, the officer reads the same", async () => {
  const [id] = waiting as [string];
  const before = await evidenceOf(id);
  expect(before.ledger[0]!.evidence).toEqual({
    ...{ source: SOURCE, wording: `Of ${id}`, givenAt: "2020-01-02T03:04:05.000006Z" },
    isErased: false,
  });
  expect(before.decisions[0]!.because).toContain(`(${SOURCE})`);
  expect((await operator(api.config, "status")).lines).toContain(
    "basis_evidence.sealed: 30 not sealed",
  );
  expect(await operator(api.config, "seal")).toEqual({
    ...{ isWhole: true, lines: ["basis_evidence.sealed: 30 sealed"] },
  });
  expect((await operator(api.config, "status")).lines).toContain(
    "basis_evidence.sealed: 0 not sealed",
  );
  expect(await unsealed()).toBe(0);
  expect(await evidenceOf(id)).toEqual(before);
});

test("interrupted, it goes on where it stood; a run more finds nothing to do", async () => {
  const before = await words();
  const owner = await ownerOf(api.config);
  const query = owner.query.bind(owner) as (...args: unknown[]) => Promise<unknown>;
  let updates = 0;
  owner.query = ((...args: unknown[]) => {
    if (String(args[0]).startsWith("update") && ++updates === 3) throw new Error("killed");
    return query(...args);
  }) as never;
  await expect(sealColumn(owner, COLUMN, 4)).rejects.toThrow("killed");
  await owner.end();
  expect(await unsealed()).toBe(22);
  expect(await words()).toEqual(before);

  expect((await operator(api.config, "seal")).lines).toEqual(["basis_evidence.sealed: 22 sealed"]);
  const sealed = await proofs();
  expect((await operator(api.config, "seal")).lines).toEqual(["basis_evidence.sealed: 0 sealed"]);
  expect(await proofs()).toEqual(sealed);
  expect(await words()).toEqual(before);
});

test("whose evidence waits can't have the key destroyed, since that would leave it readable", async () => {
  const [id] = waiting as [string];
  const { isWhole, lines } = await operator(api.config, "destroy", id, id);
  expect(isWhole).toBe(false);
  expect(lines).toEqual([expect.stringContaining("Run npm run keys -- seal first.")]);
  await operator(api.config, "seal");
  expect((await operator(api.config, "destroy", id, id)).isWhole).toBe(true);
});

test("of whoever was erased, what an older backup brings back is lost with the sealing", async () => {
  const [id] = waiting as [string];
  await api.database.query(
    "insert into keys.person_keys (subject_id, subject_kind, destroyed_at) values ($1, 'SUBSCRIBER', now())",
    [id],
  );
  expect((await operator(api.config, "seal")).lines).toEqual([
    "basis_evidence.sealed: 29 sealed",
    "basis_evidence.sealed: 1 of people who were erased are lost",
  ]);
  expect((await evidenceOf(id)).ledger[0]!.evidence).toEqual({
    ...{ source: null, wording: null, givenAt: null, isErased: true },
  });
  expect((await words()).filter((word) => word === undefined)).toHaveLength(1);
});
