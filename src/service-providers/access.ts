// The doors to providers: the privacy officer's. Operators see by name those that a client may be made for.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const officer = only("PRIVACY_OFFICER");
const whoNamesThem = only("PRIVACY_OFFICER", "OPERATOR", "MARKETING");

export const serviceProviderAccess = fragment({
  Query: fields("serviceProviders", whoNamesThem),
  Mutation: fields("serviceProviderCreate providerAgreementCreate providerAgreementEnd", officer),
  ServiceProvider: {
    ...fields("id name", whoNamesThem),
    ...fields("service createdAt agreements disclosures", officer),
  },
  ProviderAgreement: fields("id kinds purposes inForceFrom endedAt", officer),
  Disclosure: fields(
    "id viewerId purposes fields firstChange lastChange exportId ends outcome sha256 contactCount disclosedAt",
    officer,
  ),
  ...payloadFields("ServiceProviderCreatePayload", "serviceProvider", officer),
  ...payloadFields("ProviderAgreementCreatePayload", "agreement", officer),
  ...payloadFields("ProviderAgreementEndPayload", "agreement", officer),
  ...connectionFields("ServiceProvider", whoNamesThem),
  ...connectionFields("ProviderAgreement", officer),
  ...connectionFields("Disclosure", officer),
});
