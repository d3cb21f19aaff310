// Why we may, or may not: people of the story world, now and at earlier times, in the sentences that the officer reads.
import { CASES } from "../../seeds/cases";
import { type Api, openApi } from "../setup/api";
import { WHY } from "./asking";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

type Row = { id: string; at: string };
const found = async (text: string, values: unknown[] = []) =>
  (await api.database.query<Row>(text, values)).rows[0]!;
const subscriber = (address: string) =>
  found("select id, created_at::text as at from subscribers where email_canonical = $1", [address]);
const prospect = (address: string) =>
  found("select id, created_at::text as at from prospects where email_canonical = $1", [address]);

const day = (at: string, days = 0) =>
  new Date(Date.parse(at) + days * 86_400_000).toLocaleDateString("en-GB", {
    ...{ dateStyle: "long", timeZone: "UTC" },
  });
const instant = (at: string, days: number) =>
  new Date(Date.parse(at) + days * 86_400_000 + 1_000).toISOString();

async function why(
  of: { kind: string; id: string; purpose: string },
  at: string | null = null,
  knownAt: string | null = null,
): Promise<string> {
  const { data, errors } = await api.as("privacy")(WHY, { ...of, at, knownAt });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { why: { because: string } }).why.because;
}

test("a consent withdrawn, of which we learnt a day later, and given anew", async () => {
  const { id, at } = await subscriber(CASES.consentedAnew);
  const of = { kind: "SUBSCRIBER", id, purpose: "NEWSLETTER" };
  const given = `Permitted: the person consented on ${day(at)} (Subscription form).`;
  const withdrawn = `Not permitted: the consent of ${day(at)} was withdrawn on ${day(at, 2)} (known to us since ${day(at, 3)}) (Art. 7(3)).`;
  expect([
    await why(of, instant(at, -1)),
    await why(of, instant(at, 1)),
    await why(of, instant(at, 2.5)),
    await why(of, instant(at, 2.5), instant(at, 2.5)),
    await why(of),
  ]).toEqual([
    "Not permitted: no basis was ever established for it.",
    given,
    withdrawn,
    given,
    `Permitted: the person consented on ${day(at, 6)} (Preferences page).`,
  ]);
});

test("a contract that ended, of which an invoice's reference remains", async () => {
  const { id, at } = await found(
    `select c.id, l.effective_at::text as at from customers c join lawful_bases l on l.subject_id = c.id
     where l.transition = 'CONTRACT_ENDED' and l.purpose = 'SERVICE_PERFORMANCE' order by c.name limit 1`,
  );
  const of = (purpose: string) => ({ kind: "CUSTOMER", id, purpose });
  const signed = day("2025-11-05T12:00:00Z");
  expect([
    await why(of("SERVICE_PERFORMANCE"), instant(at, -400)),
    await why(of("SERVICE_PERFORMANCE"), instant(at, -1)),
    await why(of("SERVICE_PERFORMANCE"), instant(at, 1)),
    await why(of("SERVICE_PERFORMANCE")),
    await why(of("LEGAL_OBLIGATIONS")),
  ]).toEqual([
    "Not permitted: no basis was ever established for it.",
    `Permitted: it performs a contract with the person, in force since ${signed}.`,
    `Not permitted: the contract ended on ${day(at)}.`,
    `Not permitted: the contract ended on ${day(at)}.`,
    `Permitted: a law obliges us since ${signed} to keep an invoice's number, date and name, and nothing else.`,
  ]);
});

test("an objection to the newsletter alone", async () => {
  const reader = await subscriber(CASES.objectedToNewsletter);
  const same = await prospect(CASES.objectedToNewsletter);
  const of = { kind: "SUBSCRIBER", id: reader.id, purpose: "NEWSLETTER" };
  const given = `Permitted: the person consented on ${day(reader.at)} (Subscription form).`;
  expect([
    await why(of, instant(reader.at, 0)),
    await why(of, "2026-11-17T11:59:00Z"),
    await why(of, "2026-11-17T12:00:00Z"),
    await why(of),
    await why({ kind: "PROSPECT", id: same.id, purpose: "MARKETING_AND_SALES" }),
  ]).toEqual([
    given,
    given,
    ...[1, 2].map(
      () =>
        "Not permitted: the person objected on 17 November 2026, which needs no reason and is weighed against nothing (Art. 21(3)); a new consent alone opens it.",
    ),
    `Permitted: our legitimate interests allow it, which the person may object to (Art. 21), since ${day(same.at)}.`,
  ]);
});

test("an existing customer", async () => {
  const { id } = await found(
    "select subject_id as id, '' as at from lawful_bases where ground = 'EXISTING_CUSTOMER'",
  );
  const of = { kind: "CUSTOMER_CONTACT", id, purpose: "MARKETING_AND_SALES" };
  const allowed =
    "Permitted: this is an existing customer's contact since 24 January 2026, who was told of the right to object and did not (ePrivacy Directive Art. 13(2)) (Order form).";
  expect([
    await why(of, "2026-01-24T11:59:59Z"),
    await why(of, "2026-01-24T12:00:00Z"),
    await why(of, "2026-06-01T00:00:00Z"),
    await why(of),
  ]).toEqual([
    "Not permitted: no basis was ever established for it.",
    ...[allowed, allowed, allowed],
  ]);
});

test("a restricted record", async () => {
  const { id, at } = await prospect(CASES.restricted);
  const of = { kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES" };
  const allowed = `Permitted: our legitimate interests allow it, which the person may object to (Art. 21), since ${day(at)}.`;
  const restricted = `Not permitted: processing is restricted since 11 November 2026, because the person says that the data is wrong (Art. 18(1)(a)); storing, security and legal claims go on. Behind it stands our legitimate interests of ${day(at)}.`;
  expect([
    await why(of, instant(at, 0)),
    await why(of, "2026-11-11T11:59:59Z"),
    await why(of, "2026-11-12T00:00:00Z"),
    await why(of),
  ]).toEqual([allowed, allowed, restricted, restricted]);
});

test("somebody from a list who was never told", async () => {
  const { id, at } = await prospect(CASES.neverInformed);
  const of = { kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES" };
  const until = `Permitted until ${day(at, 30)}: our legitimate interests allow it, which the person may object to (Art. 21), since ${day(at)}, on condition that the person is told in time that we hold the data (Art. 14(3)).`;
  const over = `Not permitted: the person was not told in time that we hold the data, and the 30 days for it ended on ${day(at, 30)} (Art. 14(3)).`;
  expect([
    await why(of, instant(at, 0)),
    await why(of, instant(at, 29)),
    await why(of, instant(at, 30)),
    await why(of),
  ]).toEqual([until, until, over, over]);
});
