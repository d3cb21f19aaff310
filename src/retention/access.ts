// The doors to holds and erasures: the privacy officer's.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const officer = only("PRIVACY_OFFICER");

export const retentionAccess = fragment({
  Query: fields("legalHolds erasures", officer),
  Mutation: fields("legalHoldPlace legalHoldLift", officer),
  LegalHold: fields(
    "id subjectKind subjectId items isWholeRecord reason placedBy placedAt endsOn liftedBy liftedAt",
    officer,
  ),
  Erasure: fields(
    "id subjectKind subjectId because scheduledAt dueAt cancelledAt willGo stays",
    officer,
  ),
  ...payloadFields("LegalHoldPayload", "hold", officer),
  ...connectionFields("LegalHold", officer),
  ...connectionFields("Erasure", officer),
});
