// The same question three times: the API as each audience, SQL in each audience's role, and the oracle.
import type { Client } from "pg";
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../../seeds/story-people";
import { PURPOSE_BITS, type Purpose } from "../../../src/lawfulness/purposes";
import type { SubjectKind } from "../../../src/lawfulness/register";
import { PUBLIC_VIEWER, type Viewer } from "../../../src/viewer/viewer";
import { isLastBasisGone, mayEmail, permittedPurposes } from "../../lawfulness/oracle";
import type { connectTo } from "../ask";
import type { Clock } from "./clock";
import { type Subject, TABLES } from "./subjects";

type Connection = Awaited<ReturnType<typeof connectTo>>;
export type Asking = { connection: Connection; database: Client; clock: Clock };

const officer = STORY_PEOPLE.privacy.viewer;
const DECISIONS = `query ($kind: SubjectKind!, $id: ID!) {
  lawfulness(kind: $kind, id: $id) { decisions { purpose isPermitted } } }`;

const EARLIER = `query ($kind: SubjectKind!, $id: ID!, $at: DateTime, $knownAt: DateTime) {
  lawfulness(kind: $kind, id: $id, at: $at, knownAt: $knownAt) { decisions { purpose isPermitted } } }`;

type Seen = { audience: "support" | "marketing" | "operator"; field: string; purpose: Purpose };
const ONE: Record<SubjectKind, Seen[]> = {
  CUSTOMER: [
    { audience: "support", field: "customer", purpose: "CUSTOMER_SUPPORT" },
    { audience: "operator", field: "customer", purpose: "SERVICE_PERFORMANCE" },
  ],
  CUSTOMER_CONTACT: [
    { audience: "support", field: "node", purpose: "CUSTOMER_SUPPORT" },
    { audience: "marketing", field: "customerContact", purpose: "MARKETING_AND_SALES" },
  ],
  PLATFORM_USER: [{ audience: "support", field: "platformUser", purpose: "CUSTOMER_SUPPORT" }],
  PROSPECT: [{ audience: "marketing", field: "prospect", purpose: "MARKETING_AND_SALES" }],
  SUBSCRIBER: [{ audience: "marketing", field: "subscriber", purpose: "NEWSLETTER" }],
};

/** Roles that see a kind for a purpose; null: for whatever reason, since it is the person who is answered. */
const ROLES: Record<SubjectKind, [role: string, purpose: Purpose | null][]> = {
  CUSTOMER: [
    ["audience_support", "CUSTOMER_SUPPORT"],
    ["audience_operator", "SERVICE_PERFORMANCE"],
    ["audience_account_administrator", "SERVICE_PERFORMANCE"],
  ],
  CUSTOMER_CONTACT: [
    ["audience_support", "CUSTOMER_SUPPORT"],
    ["audience_account_administrator", "SERVICE_PERFORMANCE"],
    ["audience_marketing", "MARKETING_AND_SALES"],
    ["audience_privacy_officer", null],
  ],
  PLATFORM_USER: [
    ["audience_support", "CUSTOMER_SUPPORT"],
    ["audience_account_administrator", "SERVICE_PERFORMANCE"],
    ["audience_platform_user", null],
    ["audience_privacy_officer", null],
    ["job_figures", "SERVICE_IMPROVEMENT"],
  ],
  PROSPECT: [
    ["audience_marketing", "MARKETING_AND_SALES"],
    ["audience_contact_sync", "MARKETING_AND_SALES"],
    ["audience_privacy_officer", null],
    ["job_figures", "SERVICE_IMPROVEMENT"],
  ],
  SUBSCRIBER: [
    ["audience_marketing", "NEWSLETTER"],
    ["audience_contact_sync", "NEWSLETTER"],
    ["audience_privacy_officer", null],
  ],
};

const MAILED: Partial<Record<SubjectKind, Purpose>> = {
  CUSTOMER_CONTACT: "MARKETING_AND_SALES",
  PROSPECT: "MARKETING_AND_SALES",
  SUBSCRIBER: "NEWSLETTER",
};

export type Compared = { answers: number; differences: string[] };

/** Which purposes were permitted at an earlier time, by what was known at one: the API and the oracle. */
export async function compareAt(
  { connection }: Asking,
  { kind, id, facts }: Subject,
  at: number,
  knownAt: number,
): Promise<Compared> {
  const moment = { at: new Date(at).toISOString(), knownAt: new Date(knownAt).toISOString() };
  type Told = { lawfulness: { decisions: { purpose: string; isPermitted: boolean }[] } };
  const { lawfulness } = (await connection.as(officer)(EARLIER, { kind, id, ...moment })) as Told;
  const told = lawfulness.decisions.filter(({ isPermitted }) => isPermitted);
  const is = told.map(({ purpose }) => purpose).sort();
  const shouldBe = permittedPurposes(kind, facts, at, knownAt);
  const isSame = is.join(" ") === shouldBe.join(" ");
  const difference = `${kind} ${id} at ${moment.at} known at ${moment.knownAt}: ${is.join(" ")}, by law ${shouldBe.join(" ")}`;
  return { answers: 1, differences: isSame ? [] : [difference] };
}

/** Who still sees a record for a purpose that has just run out, before anything was written. */
export async function seenTooLong(asking: Asking, subject: Subject): Promise<Compared> {
  const permitted = new Set(permittedPurposes(subject.kind, subject.facts, asking.clock.now()));
  const [ofApi, ofSql] = await Promise.all([
    seenByApi(asking, subject),
    seenBySql(asking, subject),
  ]);
  const seen = [...ofApi, ...ofSql.seen];
  return {
    answers: seen.length,
    differences: seen
      .filter(([, purpose, isSeen]) => isSeen && purpose !== null && !permitted.has(purpose))
      .map(
        ([who, purpose]) => `${subject.kind} ${subject.id}: ${who} still sees it for ${purpose}`,
      ),
  };
}

export async function compare(asking: Asking, subject: Subject): Promise<Compared> {
  const { kind, facts } = subject;
  const now = asking.clock.now();
  const permitted = new Set(permittedPurposes(kind, facts, now));
  const [told, ofApi, ofSql] = await Promise.all([
    toldBy(asking, subject),
    seenByApi(asking, subject),
    seenBySql(asking, subject),
  ]);
  const mailed = MAILED[kind];
  const expected: [string, unknown, unknown][] = [
    ["the officer is told", told, [...permitted].sort().join(" ")],
    ...ofApi.map(([who, purpose, isSeen]): [string, unknown, unknown] => [
      ...([`the API, ${who} for ${purpose}`, isSeen, permitted.has(purpose)] as const),
    ]),
    ...ofSql.seen.map(([role, purpose, isSeen]): [string, unknown, unknown] => [
      `SQL, ${role} for ${purpose ?? "the person"}`,
      isSeen,
      purpose === null || permitted.has(purpose),
    ]),
    ["the record's bits", ofSql.bits, [...permitted].reduce((n, p) => n | PURPOSE_BITS[p], 0)],
    ["an erasure is scheduled", ofSql.isScheduled, isLastBasisGone(kind, facts, now)],
    ...(mailed
      ? [["may be mailed", ofSql.mayEmail, mayEmail(kind, mailed, facts, now)] as const].map(
          (row): [string, unknown, unknown] => [...row],
        )
      : []),
  ];
  return {
    answers: expected.length,
    differences: expected
      .filter(([, is, shouldBe]) => is !== shouldBe)
      .map(
        ([what, is, shouldBe]) =>
          `${kind} ${subject.id}: ${what}: ${String(is)}, by law ${String(shouldBe)}`,
      ),
  };
}

async function toldBy({ connection }: Asking, { kind, id }: Subject): Promise<string> {
  type Told = { lawfulness: { decisions: { purpose: string; isPermitted: boolean }[] } };
  const { lawfulness } = (await connection.as(officer)(DECISIONS, { kind, id })) as Told;
  return lawfulness.decisions
    .filter((decision) => decision.isPermitted)
    .map(({ purpose }) => purpose)
    .sort()
    .join(" ");
}

function seenByApi(
  { connection }: Asking,
  { kind, id }: Subject,
): Promise<[string, Purpose, boolean][]> {
  return Promise.all(
    ONE[kind].map(async ({ audience, field, purpose }): Promise<[string, Purpose, boolean]> => {
      const document = `query ($id: ID!) { seen: ${field}(id: $id) { id } }`;
      const ask = connection.as(STORY_PEOPLE[audience].viewer);
      const { seen } = (await ask(document, { id })) as { seen: object | null };
      return [audience, purpose, seen !== null];
    }),
  );
}

async function seenBySql({ database }: Asking, { kind, id, customerId }: Subject) {
  const viewer: Viewer = { ...PUBLIC_VIEWER, id, customerId: customerId ?? id };
  const roles = ROLES[kind].map(
    ([role], n) =>
      `select ${n} as n from (select set_config('role', '${role}', true), set_config('app.viewer', '${viewer.id}', true),
         set_config('app.customer', '${viewer.customerId}', true), set_config('app.provider', '${STORY_SERVICE_PROVIDER.id}', true)) x`,
  );
  const seen: [string, Purpose | null, boolean][] = [];
  for (const [n, [role, purpose]] of ROLES[kind].entries()) {
    const results = (await database.query(
      `begin; ${roles[n]}; select from ${TABLES[kind]} where id = '${id}'; rollback`,
    )) as unknown as { rowCount: number }[];
    seen.push([role, purpose, results[2]!.rowCount === 1]);
  }
  const { rows } = await database.query<{ bits: number; mayEmail: boolean; isScheduled: boolean }>(
    `select purposes as bits, ${MAILED[kind] ? "may_email" : "false"} as "mayEmail",
       exists (select from erasures e where e.subject_id = t.id and e.cancelled_at is null) as "isScheduled"
     from ${TABLES[kind]} t where id = $1`,
    [id],
  );
  return { seen, ...rows[0]! };
}
