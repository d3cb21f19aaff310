// The doors to subscribers: marketing's alone.
import { connectionFields, fields, fragment, only } from "../access/fragment";

const marketing = only("MARKETING");

export const subscriberAccess = fragment({
  Query: fields("subscribers subscriber", marketing),
  Mutation: fields("suppressionAdd", marketing),
  Subscriber: fields(
    "id name emailAddress createdAt mayEmail channels permittedPurposes",
    marketing,
  ),
  SuppressionAddPayload: fields("isSuppressed userErrors", marketing),
  ...connectionFields("Subscriber", marketing),
});
