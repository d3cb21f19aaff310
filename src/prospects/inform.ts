// Whoever we have from elsewhere is told so within a month (GDPR Art. 14(3)): from then on marketing is not limited by it.
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { UUID } from "../database/uuid";
import { refusals } from "../graphql/input";
import { CalendarDay } from "../graphql/scalars";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";

const AT_ONCE = 100;

@InputType({ description: "Who was told, and when." })
export class ProspectsInformedInput {
  @Field(() => [ID], { description: `The prospects, ${AT_ONCE} at the most.` })
  ids!: string[];

  @Field(() => CalendarDay, { description: "The day on which they were told." })
  informedOn!: string;
}

@ObjectType({ simpleResolvers: true, description: "Who is counted as told now." })
export class ProspectsInformedPayload {
  @Field(() => Int, {
    nullable: true,
    description: "How many of them were still to be told. Whose time is over stays closed.",
  })
  informed!: number | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was recorded." })
  userErrors!: UserError[];
}

/** Repeating is harmless: the first day stays. */
export async function prospectsInformed(
  viewer: Viewer,
  { ids, informedOn }: ProspectsInformedInput,
): Promise<ProspectsInformedPayload> {
  const invalid = refusals(
    ids.length > AT_ONCE ? userError("TOO_LONG", "ids", `Give ${AT_ONCE} ids at the most.`) : null,
  );
  if (invalid.length) return { informed: null, userErrors: invalid };
  return unitOfWork(actorOf(viewer, "PROSPECT"), async (unit) => {
    const ahead = await dayAhead(unit, informedOn);
    if (ahead) return { informed: null, userErrors: [ahead] };
    const informed = await countAsTold(
      unit,
      ids.filter((id) => UUID.test(id)),
      informedOn,
    );
    if (informed.length)
      await unit.run(
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "prospectsInformed", kind: "PROSPECT" },
          ...{ fields: ["informedOn"], subjectIds: informed },
        }),
      );
    return { informed: informed.length, userErrors: [] };
  });
}

/** The refusal of a day on which nobody can have been told yet, or null. */
export async function dayAhead(unit: Unit, informedOn: string): Promise<UserError | null> {
  // a day begins first at UTC+14
  const [clock] = await unit.run(
    sql`select ${informedOn}::date > (decision_time() at time zone 'Pacific/Kiritimati')::date as "isAhead"`,
  );
  return clock?.rows[0]?.isAhead === true
    ? userError("INVALID", "informedOn", "Give informedOn a day that has been: it lies ahead.")
    : null;
}

/** Answers those among them who were still to be told, within reach. */
export async function countAsTold(
  unit: Unit,
  ids: readonly string[],
  informedOn: string,
): Promise<string[]> {
  const [told] = await unit.run(
    sql`select told from confirm_informed(${ids}::uuid[], ${informedOn}::date) told`,
  );
  return told!.rows.map((row) => row.told as string);
}
