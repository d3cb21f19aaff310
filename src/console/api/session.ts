// The session as a browser has it: the refresh token in a cookie that no script reads, the access token in memory,
// renewed shortly before it ends. All tabs share the cookie, so they tell each other when somebody comes or goes.
import { useSyncExternalStore } from "react";
import type { Audience } from "./document";
import { Fault, isAway } from "./fault";
import { post } from "./post";
import { SessionRefresh, WhoAmI, type WhoAmIQuery } from "./session.documents";

export type SignedIn = WhoAmIQuery["viewer"] & { id: string; audience: Audience };

export type SessionState =
  /** Not known yet: the cookie is being asked. */
  | { is: "OPENING" }
  | { is: "OUT" }
  | { is: "IN"; viewer: SignedIn }
  /** It ended while its person was at work: what stands on the screen stays. */
  | { is: "OVER"; viewer: SignedIn };

type Tokens = { accessToken: string; expiresInSeconds: number };

const RENEW_BEFORE_MS = 30_000;
/** What says nothing of the cookie: it is asked again. */
const ASKED_AGAIN: readonly Fault["kind"][] = ["AWAY", "TOO_MANY"];
/** While nobody answers at the start. */
const ASKED_AGAIN_MS = 2_000;

let state: SessionState = { is: "OPENING" };
let token: { text: string; endsAtMs: number } | null = null;
let renewing: Promise<string | null> | null = null;
const listeners = new Set<() => void>();
const tabs = new BroadcastChannel("session");

function set(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

export const useSession = (): SessionState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

const keep = ({ accessToken, expiresInSeconds }: Tokens): string => {
  token = { text: accessToken, endsAtMs: Date.now() + expiresInSeconds * 1_000 };
  return accessToken;
};

/** At the start: whoever the cookie says, unless they may not act any more. It is asked until somebody answers. */
export async function openSession(): Promise<void> {
  try {
    const bearer = await renew();
    if (bearer) await enter(bearer);
    else set({ is: "OUT" });
  } catch (error) {
    if (!(error instanceof Fault) || !ASKED_AGAIN.includes(error.kind)) return set({ is: "OUT" });
    const afterMs = isAway(error) ? ASKED_AGAIN_MS : error.retryAfterSeconds * 1_000;
    setTimeout(() => void openSession(), afterMs);
  }
}

/** After signing in, here or over what stood there when the session ended. */
export async function beginSession(tokens: Tokens): Promise<void> {
  await enter(keep(tokens));
  tabs.postMessage("begun");
}

async function enter(bearer: string): Promise<void> {
  const { viewer } = await post(WhoAmI, {}, { bearer });
  const known = "viewer" in state ? state.viewer : null;
  // another person than the one whose work stands here starts from nothing
  if (known && (known.id !== viewer.id || known.audience !== viewer.audience)) return reload();
  set({ is: "IN", viewer: viewer as SignedIn });
}

/** The session is ended: nothing of it stays, in no tab. */
export function leave(): void {
  tabs.postMessage("ended");
  reload();
}

/** The token to send now, or a Fault that says that the session is over. */
export async function bearerNow(): Promise<string> {
  if (token && token.endsAtMs - RENEW_BEFORE_MS > Date.now()) return token.text;
  const renewed = await renew();
  if (renewed) return renewed;
  endedMeanwhile();
  throw new Fault("SESSION_OVER", "");
}

/** The server takes the token no longer, whatever its time: another one, or none. */
export function dropToken(sent: string): void {
  if (token?.text === sent) token = null;
}

const renew = (): Promise<string | null> =>
  (renewing ??= askForToken().finally(() => (renewing = null)));

async function askForToken(): Promise<string | null> {
  const { sessionRefresh } = await post(SessionRefresh, {}, { bearer: null });
  return sessionRefresh.session ? keep(sessionRefresh.session) : null;
}

function endedMeanwhile(): void {
  token = null;
  if (state.is === "IN") set({ is: "OVER", viewer: state.viewer });
}

/** Back to the start, with nothing of the earlier person in memory. */
function reload(): void {
  location.reload();
}

tabs.onmessage = ({ data }: MessageEvent<"begun" | "ended">) => {
  if (data === "begun" && state.is === "OUT") reload();
  if (data === "begun" && state.is !== "OPENING") {
    token = null;
    renew()
      .then((bearer) => (bearer ? enter(bearer) : undefined))
      .catch((error: unknown) => (isAway(error) ? undefined : reload()));
  }
  if (data === "ended") endedMeanwhile();
};
