// The doors to clients: operators change, the privacy officer sees. A secret is in the answer to its making alone.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const operator = only("OPERATOR");
const overseen = only("OPERATOR", "PRIVACY_OFFICER");

export const apiClientAccess = fragment({
  Query: { apiClients: overseen },
  Mutation: fields(
    "apiClientCreate apiClientSecretAdd apiClientSecretEnd apiClientRevoke",
    operator,
  ),
  ApiClient: fields(
    "id audience name serviceProviderId customerId source scopes networks mayUseKey expiresAt createdBy createdAt revokedBy revokedAt lastUsedAt secrets",
    overseen,
  ),
  ApiClientSecret: fields("id createdAt endedAt", overseen),
  ...payloadFields("ApiClientSecretPayload", "apiClient secret", operator),
  ...payloadFields("ApiClientPayload", "apiClient", operator),
  ...connectionFields("ApiClient", overseen),
  ...connectionFields("ApiClientSecret", overseen),
});
