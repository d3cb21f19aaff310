// The doors to what is one's own on screen: for everybody who signs in.
import { fields, fragment, only, payloadFields } from "../access/fragment";

const signedIn = only(
  "PLATFORM_USER",
  "ACCOUNT_ADMINISTRATOR",
  "SUPPORT",
  "MARKETING",
  "PRIVACY_OFFICER",
  "OPERATOR",
);

export const preferencesAccess = fragment({
  Query: { preferences: signedIn },
  Mutation: fields("preferencesSet listPreferencesSet", signedIn),
  Preferences: fields("id language colours lists", signedIn),
  ListPreferences: fields("list columns density", signedIn),
  ...payloadFields("PreferencesPayload", "preferences", signedIn),
});
