// What stands in a guard's place while it is off, in a process of the benchmark alone. The program knows nothing of it.
import type * as Shield from "../../../src/access/shield";
import type * as Entries from "../../../src/audit/entries";
import { raw } from "../../../src/database/sql";
import type * as StartUpChecks from "../../../src/database/start-up-checks";
import type * as UnitOfWork from "../../../src/database/unit-of-work";
import type * as Budget from "../../../src/limits/budget";
import type * as Price from "../../../src/limits/price";
import type * as PriceOperations from "../../../src/limits/price-operations";
import type * as RefuseHostile from "../../../src/limits/refuse-hostile";
import type * as Turns from "../../../src/limits/turns";
import type * as Tokens from "../../../src/viewer/tokens";
import { claimedViewer } from "./claimed-viewer";
import type { Change } from "./forms";
import { replaceExports } from "./replace-exports";

const SOURCE = "../../../src";
const nothing = () => undefined;

/** Before anything of the program is loaded. */
export function takeOff(changes: readonly Change[]): void {
  for (const change of changes) OFF[change]();
}

const OFF: Record<Change, () => void> = {
  /** It is off in the database; the program would refuse to serve such a one. */
  rowSecurity: () =>
    replaceExports<typeof StartUpChecks>(`${SOURCE}/database/start-up-checks`, () => ({
      checkDatabase: async () => undefined,
    })),

  /** A read is its query alone, and beside the Disclosure nothing is entered. What nobody refers to PostgreSQL doesn't run. */
  readAudit: () =>
    replaceExports<typeof Entries>(`${SOURCE}/audit/entries`, () => ({
      entered: (_viewer, query) => query,
      enteredOne: (_viewer, query) => query,
      rangeEntryOf: () => raw("select"),
    })),

  /** W1 and W2 are told to wait for the disk by `READ_AUDIT`; the pull of a tool, which always does, doesn't here. */
  otherReadAudit: () =>
    replaceExports<typeof UnitOfWork>(`${SOURCE}/database/unit-of-work`, ({ inOneTrip }) => ({
      inOneTrip: (actor, fragments, isDurable = false) => inOneTrip(actor, fragments, isDurable),
    })),

  /** What an audience never sees is absent as before; no rule is asked any more. */
  shield: () =>
    replaceExports<typeof Shield>(`${SOURCE}/access/shield`, () => ({
      guard: nothing,
      isDecidedByRow: () => false,
    })),

  /** Neither counted nor bounded: points, turns, and how long and deep a document is. */
  cost: () => {
    replaceExports<typeof Budget>(`${SOURCE}/limits/budget`, () => ({ budgetOf: () => BOUNDLESS }));
    replaceExports<typeof Turns>(`${SOURCE}/limits/turns`, () => ({
      turnOf: () => ({ take: nothing, end: nothing }),
    }));
    replaceExports<typeof RefuseHostile>(`${SOURCE}/limits/refuse-hostile`, () => ({
      refuseHostile: nothing,
    }));
    replaceExports<typeof Price>(`${SOURCE}/limits/price`, () => ({ priceOf: () => () => 0 }));
    replaceExports<typeof PriceOperations>(`${SOURCE}/limits/price-operations`, () => ({
      priceOperations: {},
    }));
  },

  /** Whoever a token names is believed. */
  authentication: () =>
    replaceExports<typeof Tokens>(`${SOURCE}/viewer/tokens`, () => ({
      verifyToken: (_keys, _publicUrl, token) => claimedViewer(token),
    })),
};

const BOUNDLESS: Budget.Budget = {
  limit: Infinity,
  cost: 0,
  remaining: () => Infinity,
  secondsToReset: () => 0,
  spend: nothing,
  owe: nothing,
  refuseDebt: nothing,
};
