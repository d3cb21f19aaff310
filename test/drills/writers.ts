// Eight people in marketing who write at once, each to contacts of their own, and two transactions among them: one
// that stays open, and one that is rolled back.
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { dice } from "../../seeds/world-lists";
import { sql } from "../../src/database/sql";
import { unitOfWork } from "../../src/database/unit-of-work";
import { actorOf } from "../../src/viewer/actor";
import type { Ask } from "./ask";

/** A committed change: which contact, the number that its company's name ends in, and when we knew. */
export type Committed = { id: string; step: number; at: number };

export const WRITERS = 8;
/** One change in so many brings a new contact in. */
const NEWCOMERS = 12;

const UPDATE = `mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) { prospect { id } userErrors { message } } }`;
const CREATE = `mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { prospect { id } userErrors { message } } }`;
type Payload = { prospect: { id: string } | null; userErrors: { message: string }[] };

export async function write(
  ask: Ask,
  { writer, seed, contacts, isOver }: WriterOptions,
): Promise<Committed[]> {
  const roll = dice(seed * 100 + writer);
  const committed: Committed[] = [];
  for (let step = 1; !isOver(); step += 1) {
    const companyName = `Writer ${writer} step ${step}`;
    const isNew = roll() < 1 / NEWCOMERS;
    const id = contacts[Math.floor(roll() * contacts.length)]!;
    const input = isNew
      ? { ...newcomer(writer, step), companyName }
      : { id, companyName, version: undefined };
    const data = (await ask(isNew ? CREATE : UPDATE, { input })) as Record<string, Payload>;
    const { prospect, userErrors } = data[isNew ? "prospectCreate" : "prospectUpdate"]!;
    if (!prospect) throw new Error(userErrors[0]?.message);
    committed.push({ id: prospect.id, step, at: performance.now() });
    await sleep(roll() * 10);
  }
  return committed;
}

type WriterOptions = { writer: number; seed: number; contacts: string[]; isOver: () => boolean };

const newcomer = (writer: number, step: number) => ({
  ...{ name: `Drill ${writer} ${step}`, kind: "PARTNER", source: "Drill" },
  ...{ emailAddress: `drill-${writer}-${step}@example.com`, basis: "LEGITIMATE_INTERESTS" },
});

const marketing = () => actorOf(STORY_PEOPLE.marketing.viewer, "PROSPECT");
const change = (id: string, companyName: string) =>
  sql`update prospects set company_name = ${companyName}::text where id = ${id}::uuid`;

/** Changes at once, commits after so long. */
export async function writeSlowly(contacts: string[], holdMs: number): Promise<Committed[]> {
  await unitOfWork(marketing(), async (unit) => {
    for (const id of contacts) await unit.run(change(id, "Slow step 1"));
    await sleep(holdMs);
  });
  return contacts.map((id) => ({ id, step: 1, at: performance.now() }));
}

/** Changes, and takes it back. */
export async function writeInVain(id: string, holdMs: number): Promise<void> {
  const changedMyMind = new Error("Rolled back on purpose.");
  await unitOfWork(marketing(), async (unit) => {
    await unit.run(change(id, "Never step 1"));
    await sleep(holdMs);
    throw changedMyMind;
  }).catch((error: unknown) => {
    if (error !== changedMyMind) throw error;
  });
}
