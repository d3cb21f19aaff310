// The doors to the ledger of bases: the privacy officer's.
import { fields, fragment, only, payloadFields } from "../access/fragment";

const officer = only("PRIVACY_OFFICER");

export const lawfulBasisAccess = fragment({
  Query: fields("lawfulness why whatIf", officer),
  Mutation: fields(
    "consentRecord consentWithdraw existingCustomerRecord objectionRecord objectionDecide restrictionRecord restrictionLift",
    officer,
  ),
  Lawfulness: fields("kind id decisions channels ledger", officer),
  Decision: fields("purpose isPermitted because until basis closedBy", officer),
  LawfulBasisEntry: fields(
    "id purpose lawfulBasis transition concerns ground effectiveAt validUntil recordedAt evidence",
    officer,
  ),
  BasisEvidence: fields("source wording givenAt confirmedAt noticeVersion isErased", officer),
  ChannelPermission: fields("channel isAllowed because", only("MARKETING", "PRIVACY_OFFICER")),
  WhatIf: fields("kinds peopleToTell toolsToCall", officer),
  WhatIfOfKind: fields("kind records closed erased", officer),
  ...payloadFields("WhatIfPayload", "whatIf", officer),
  ...payloadFields("LawfulnessPayload", "lawfulness", officer),
});
