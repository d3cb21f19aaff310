// Bringing a batch of people in over GraphQL, as one unit of work.
import { unitOfWork } from "../database/unit-of-work";
import { checkText, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { againAfterRace } from "../prospects/race";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import {
  type ContactsImportInput,
  type ContactsImportPayload,
  type ImportRefusal,
  ROWS_MAXIMUM,
} from "./batch";
import { bringPeopleIn, TARGETS } from "./bring-in";
import { checkRow, type Person } from "./check-row";

/** Brings the rows in that may be, and says of each other row why not. Repeating is harmless. */
export async function contactsImport(
  viewer: Viewer,
  input: ContactsImportInput,
): Promise<ContactsImportPayload> {
  const userErrors = refusals(
    checkText(input.source, "source", { maximum: 200, isRequired: true }),
    checkText(input.wording, "wording", { maximum: 2_000, isRequired: false, mayHaveLines: true }),
    checkCount(input.rows.length),
  );
  if (userErrors.length) return { added: 0, changed: 0, unchanged: 0, refused: [], userErrors };
  const checked = input.rows.map((row) => checkRow(input.kind, row));
  const people = checked.filter((each): each is Person => "address" in each);
  const unfit = checked.filter((each): each is ImportRefusal => !("address" in each));
  const origin = { source: input.source.trim(), wording: input.wording?.trim() || null };
  const batch = { viewer, importKind: input.kind, origin, operation: "contactsImport" };
  const brought = await againAfterRace(() =>
    unitOfWork(actorOf(viewer, TARGETS[input.kind].kind), (unit) =>
      bringPeopleIn(unit, batch, people),
    ),
  );
  const { added, changed, unchanged } = brought;
  return {
    ...{ added: added.length, changed: changed.length, unchanged },
    refused: [...unfit, ...brought.refused].sort((a, b) => a.row - b.row),
    userErrors,
  };
}

const checkCount = (count: number): UserError | null =>
  count > ROWS_MAXIMUM
    ? userError("TOO_LONG", "rows", `Send ${ROWS_MAXIMUM} rows at most, and the rest after them.`)
    : null;
