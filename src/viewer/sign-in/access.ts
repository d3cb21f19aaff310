// The doors to signing in: nobody's yet. And to what is one's own once signed in.
import { connectionFields, fields, fragment, only, payloadFields } from "../../access/fragment";

const nobodyYet = only("PUBLIC");
const signedIn = only(
  "PLATFORM_USER",
  "ACCOUNT_ADMINISTRATOR",
  "SUPPORT",
  "MARKETING",
  "PRIVACY_OFFICER",
  "OPERATOR",
);
const people = only(
  "PUBLIC",
  "PLATFORM_USER",
  "ACCOUNT_ADMINISTRATOR",
  "SUPPORT",
  "MARKETING",
  "PRIVACY_OFFICER",
  "OPERATOR",
);

export const signInAccess = fragment({
  Query: fields("mySessions", signedIn),
  Mutation: {
    ...fields(
      "signIn signInChoose signInConfirm sessionRefresh passwordResetRequest passwordReset invitationAccept",
      nobodyYet,
    ),
    ...fields(
      "signOut sessionEnd sessionEndOthers passwordChange secondFactorBegin secondFactorConfirm recoveryCodesRenew",
      signedIn,
    ),
  },
  Session: fields(
    "id audience device startedAt lastUsedAt expiresAt endedAt endReason isCurrent",
    signedIn,
  ),
  ...connectionFields("Session", signedIn),
  SignInChoice: fields("id audience customerName", people),
  SignInChallenge: fields("token step choices secret otpauthUri", people),
  SessionTokens: fields("sessionId accessToken expiresInSeconds refreshToken", nobodyYet),
  ...payloadFields("SignInPayload", "session challenge recoveryCodes", nobodyYet),
  PasswordResetRequestPayload: fields("message", nobodyYet),
  LinkPasswordPayload: fields("userErrors", nobodyYet),
  ...payloadFields("SessionEndPayload", "endedCount", signedIn),
  PasswordChangePayload: fields("userErrors", signedIn),
  ...payloadFields("SecondFactorPayload", "challenge recoveryCodes", signedIn),
});
