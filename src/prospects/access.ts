// The doors to prospects and how they met us: marketing's alone.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const marketing = only("MARKETING");

export const prospectAccess = fragment({
  Query: fields("prospects prospect", marketing),
  Mutation: fields("prospectCreate prospectUpdate prospectsInformed", marketing),
  Prospect: fields(
    "id name kind companyName emailAddress source informedOn createdAt version mayEmail channels permittedPurposes interactions",
    marketing,
  ),
  Interaction: fields("id kind subject occurredAt source", marketing),
  ProspectPayload: fields("prospect userErrors", marketing),
  ...payloadFields("ProspectsInformedPayload", "informed", marketing),
  ...connectionFields("Prospect", marketing),
  ...connectionFields("Interaction", marketing),
});
