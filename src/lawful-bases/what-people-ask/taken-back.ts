// Who took a consent back said no to the purpose: nothing that is older than that opens it again.
import { type UserError, userError } from "../../graphql/user-error";
import type { Purpose } from "../../lawfulness/purposes";
import { BasisTransition } from "../ledger-entry";
import type { Standing } from "./record";

export const isTakenBackSince = ({ ledger }: Standing, purpose: Purpose, at: number): boolean =>
  ledger.some(
    (row) =>
      row.transition === BasisTransition.WITHDRAWN &&
      row.purpose === purpose &&
      Date.parse(row.effectiveAt) >= at,
  );

export const takenBackSince = (): UserError =>
  userError(
    "OLDER_THAN_WITHDRAWAL",
    "evidence.at",
    "The person took a consent to this purpose back since then. What is older than that opens nothing.",
  );
