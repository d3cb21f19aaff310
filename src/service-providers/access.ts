// The doors to providers: the privacy officer's.
import { connectionFields, fields, fragment, only } from "../access/fragment";

const officer = only("PRIVACY_OFFICER");

export const serviceProviderAccess = fragment({
  Query: fields("serviceProviders", officer),
  Mutation: fields("providerAgreementEnd", officer),
  ServiceProvider: fields("id name service createdAt agreements disclosures", officer),
  ProviderAgreement: fields("id kinds purposes inForceFrom endedAt", officer),
  Disclosure: fields(
    "id viewerId purposes fields firstChange lastChange contactCount disclosedAt",
    officer,
  ),
  ProviderAgreementEndPayload: fields("agreement userErrors", officer),
  ...connectionFields("ServiceProvider", officer),
  ...connectionFields("ProviderAgreement", officer),
  ...connectionFields("Disclosure", officer),
});
