// The doors to users: themselves, their customer's administrators, and support with masked addresses.
import { connectionFields, fields, fragment, only } from "../access/fragment";

const administrator = only("ACCOUNT_ADMINISTRATOR");
const support = only("SUPPORT");
const runsOrSupports = only("ACCOUNT_ADMINISTRATOR", "SUPPORT");
const customersOwn = only("ACCOUNT_ADMINISTRATOR", "PLATFORM_USER");
const anyOfThem = only("ACCOUNT_ADMINISTRATOR", "PLATFORM_USER", "SUPPORT");

export const platformUserAccess = fragment(
  {
    Query: {
      ...fields("platformUsers platformUser", runsOrSupports),
      ...fields("me myAccountAdministrators", customersOwn),
    },
    Mutation: {
      ...fields("platformUserUpdate platformUserDeactivate", administrator),
      revealEmailAddress: support,
    },
    PlatformUser: {
      ...fields(
        "id name role state jobTitle phone createdAt deactivatedAt permittedPurposes activities",
        anyOfThem,
      ),
      ...fields("emailAddress", customersOwn),
      emailAddressMasked: support,
      version: administrator,
      customer: runsOrSupports,
    },
    Activity: {
      ...fields("id kind occurredAt source", anyOfThem),
      platformUser: runsOrSupports,
    },
    AccountAdministrator: fields("id name emailAddress", customersOwn),
    PlatformUserPayload: fields("platformUser userErrors", administrator),
    RevealEmailAddressPayload: fields("emailAddress userErrors", support),
    ...connectionFields("PlatformUser", runsOrSupports),
    ...connectionFields("Activity", anyOfThem),
  },
  { "PlatformUserFilter.emailAddress": support },
);
