// The doors to prospects and how they met us: marketing's alone. How many are still to be told is the officer's business too.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const marketing = only("MARKETING");
const countReaders = only("MARKETING", "PRIVACY_OFFICER");

export const prospectAccess = fragment({
  Query: {
    ...fields("prospects prospect", marketing),
    ...fields("prospectsDueToBeInformed", countReaders),
  },
  Mutation: fields("prospectCreate prospectUpdate prospectsInformed", marketing),
  Prospect: fields(
    "id name kind companyName emailAddress source informedOn toBeInformedBy createdAt version mayEmail channels permittedPurposes interactions",
    marketing,
  ),
  Interaction: fields("id kind subject occurredAt source", marketing),
  ProspectsDueToBeInformed: fields("dueWithinDays dueSoon missed asOf", countReaders),
  ProspectPayload: fields("prospect userErrors", marketing),
  ...payloadFields("ProspectsInformedPayload", "informed", marketing),
  ...connectionFields("Prospect", marketing),
  ...connectionFields("Interaction", marketing),
});
