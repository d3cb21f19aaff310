// Whoever signs in is nobody yet: what proves a person is read in a role that reads nothing else, from a login of
// its own. Only files of this folder enter it.
import type { Fragment } from "../database/sql";
import { type Actor, inOneTrip, unitOfWork, type Unit } from "../database/unit-of-work";
import type { Result } from "../database/pipeline";
import type { Viewer } from "./viewer";

const SIGN_IN: Actor = {
  role: "sign_in",
  viewerId: null,
  customerId: null,
  serviceProviderId: null,
  source: null,
  purpose: "SECURITY",
};

export const asSignIn = (...fragments: Fragment[]): Promise<Result[]> =>
  inOneTrip(SIGN_IN, fragments);

/** A change, within the request's deadline and marked as applied for its Idempotency-Key. */
export const signInUnit = <T>(
  { claimId, deadlineAt, course }: Pick<Viewer, "claimId" | "deadlineAt" | "course">,
  work: (unit: Unit) => Promise<T>,
): Promise<T> => unitOfWork({ ...SIGN_IN, claimId, deadlineAt, travels: course?.travels }, work);
