// Whom the database sees when a viewer asks.
import type { Actor } from "../database/unit-of-work";
import { audienceRole } from "../database/roles";
import { type Kind, purposeOf } from "./purpose";
import type { Viewer } from "./viewer";

/** The viewer in the database, acting for the purpose that an operation on this kind has. */
export const actorOf = (viewer: Viewer, kind: Kind): Actor => ({
  role: audienceRole(viewer.audience),
  viewerId: viewer.id,
  customerId: viewer.customerId,
  serviceProviderId: viewer.serviceProviderId,
  source: viewer.source,
  purpose: purposeOf(viewer, kind),
  claimId: viewer.claimId,
  deadlineAt: viewer.deadlineAt,
  leaving: viewer.leaving,
  mayLag: kind === "FIGURES",
  travels: viewer.course?.travels,
});
