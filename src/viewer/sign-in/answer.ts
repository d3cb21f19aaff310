// A step of signing in as GraphQL answers it.
import { userError } from "../../graphql/user-error";
import type { Caller } from "../caller";
import { issue } from "../issuing";
import type { StartedSession } from "../sessions/start-session";
import { ACCESS_TOKEN_SECONDS, refreshToken } from "../sessions/tokens-of-session";
import { PUBLIC_VIEWER } from "../viewer";
import { choiceId } from "./choices";
import { secretForApp } from "./totp";
import type { Step } from "./sign-in";
import {
  RefreshTokenKeeping,
  type SessionTokens,
  type SignInChallenge,
  type SignInPayload,
  SignInStep,
} from "./sign-in-types";

const NOTHING: SignInPayload = {
  session: null,
  challenge: null,
  recoveryCodes: [],
  userErrors: [],
};

export function signInPayload(
  caller: Caller,
  step: Step | null,
  keepIn: RefreshTokenKeeping,
  refused: string,
): SignInPayload {
  if (!step) return { ...NOTHING, userErrors: [userError("SIGN_IN_REFUSED", null, refused)] };
  if (step.step !== "DONE") return { ...NOTHING, challenge: challengeOf(step) };
  const session = sessionTokens(caller, step.session, keepIn);
  return { ...NOTHING, session, recoveryCodes: step.recoveryCodes ?? [] };
}

function sessionTokens(
  caller: Caller,
  { id, generation, personId, customerId, audience }: StartedSession,
  keepIn: RefreshTokenKeeping,
): SessionTokens {
  const token = refreshToken(id, generation);
  const isKept = keepIn === RefreshTokenKeeping.COOKIE;
  if (isKept) caller.keep = token;
  const viewer = { ...PUBLIC_VIEWER, audience, id: personId, customerId, sessionId: id };
  return {
    sessionId: id,
    accessToken: issue(viewer, ACCESS_TOKEN_SECONDS),
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
    refreshToken: isKept ? null : token,
  };
}

function challengeOf(step: Exclude<Step, { step: "DONE" }>): SignInChallenge {
  const choices = step.step === "CHOOSE" ? step.choices : [];
  const app = step.step === "SET_UP_SECOND_FACTOR" ? secretForApp(step.secret, step.label) : null;
  return {
    token: step.token,
    step: SignInStep[step.step],
    choices: choices.map((choice) => ({ ...choice, id: choiceId(choice) })),
    secret: app?.secret ?? null,
    otpauthUri: app?.otpauthUri ?? null,
  };
}
