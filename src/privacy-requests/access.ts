// The doors of the privacy officer.
import { fields, fragment, only } from "../access/fragment";

const officer = only("PRIVACY_OFFICER");

export const privacyOfficerAccess = fragment({
  Query: fields("personSearch processingRegister", officer),
  PersonRecord: fields(
    "kind id customerId name emailAddress createdAt permittedPurposes lawfulBases",
    officer,
  ),
  ProcessingActivity: fields("activity kind ourRole data purposes conditions", officer),
  PurposeBases: fields("purpose lawfulBases", officer),
});
