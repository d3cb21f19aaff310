// An import begins: where its people are from and what shows their consent is asked once, and kept for each of them.
import { Field, ID, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { DateTime } from "../graphql/scalars";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { importNow, type ImportPayload, refused } from "./payload";
import { queueImport } from "./queue";
import { begunAlready } from "./set-mapping";
import { ImportField, type Mapping } from "./tools/fields";

@InputType({ description: "Which import begins, and where its people are from." })
export class ImportStartInput {
  @Field(() => ID, { description: "The import." })
  id!: string;

  @Field(() => String, { description: "Where the data is from, up to 200 characters." })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: "What subscribers were shown when they agreed, up to 2,000 characters.",
  })
  wording?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When all of them had confirmed it, for rows that don't say when; nobody becomes a subscriber without.",
  })
  confirmedAt?: string | null;
}

type Prepared = { state: string; kind: string; mapping: Mapping; createdBy: string };

export async function importStart(viewer: Viewer, input: ImportStartInput): Promise<ImportPayload> {
  const { id, confirmedAt = null } = input;
  const userErrors = refusals(
    checkId(id, "id"),
    checkText(input.source, "source", { maximum: 200, isRequired: true }),
    checkText(input.wording, "wording", { maximum: 2_000, isRequired: false, mayHaveLines: true }),
    confirmedAt && Date.parse(confirmedAt) > Date.now()
      ? userError("INVALID", "confirmedAt", "This time lies ahead.")
      : null,
  );
  if (userErrors.length) return refused(...userErrors);
  const fault = await unitOfWork(
    actorOf(viewer, "IMPORT"),
    async (unit): Promise<UserError | null> => {
      const [found] = await unit.run(
        sql`select state, kind, mapping, created_by as "createdBy" from imports where id = ${id}::uuid for update`,
      );
      const row = found?.rows[0] as Prepared | undefined;
      if (!row) return notFound("id");
      if (row.state !== "PREPARED") return begunAlready();
      const unfit = row.createdBy === viewer.id ? faultIn(row, input) : notYourFile();
      if (unfit) return unfit;
      await unit.run(
        sql`update imports set state = 'QUEUED', started_at = decision_time(), acting_for = ${viewer.id}::uuid, source = ${input.source.trim()},
            wording = ${input.wording?.trim() || null}::text, confirmed_at = ${confirmedAt}::timestamptz
          where id = ${id}::uuid`,
        queueImport(id),
        entryOf(viewer, { action: "WRITE", operation: "importStart", kind: "IMPORT" }),
      );
      return null;
    },
  );
  return fault ? refused(fault) : importNow(viewer, "importStart", id);
}

const notYourFile = () =>
  userError("CONFLICT", "id", "Only whoever sent the file can begin. Send it yourself.");

function faultIn({ kind, mapping }: Prepared, { wording, confirmedAt }: ImportStartInput) {
  if (mapping[ImportField.EMAIL_ADDRESS] === undefined)
    return userError("REQUIRED", "id", "Say first in which column the e-mail address stands.");
  if (kind !== "SUBSCRIBERS") return null;
  const isOfStops = [ImportField.UNSUBSCRIBED_AT, ImportField.CLEANED_AT].some(
    (field) => mapping[field] !== undefined,
  );
  if (isOfStops) return null;
  if (mapping[ImportField.CONFIRMED_AT] === undefined && !confirmedAt)
    return userError(
      "REQUIRED",
      "confirmedAt",
      "No column says when the people confirmed it: say when all of them had.",
    );
  return wording?.trim()
    ? null
    : userError("REQUIRED", "wording", "Say what they were shown when they agreed.");
}
