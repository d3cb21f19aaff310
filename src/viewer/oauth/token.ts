// An access token for a client's identifier and secret (RFC 6749 §4.4). It lives ten minutes, acts for the purposes that the
// client was made for, or for those of them that `scope` names, and dies with the secret that it was got by.
import type { ClientRequest } from "../../http/stages";
import type { DeclaredPurpose } from "../../lawfulness/purposes";
import { issue } from "../issuing";
import { purposesOf, purposesOfViewer } from "../purpose";
import { ACCESS_TOKEN_SECONDS } from "../sessions/tokens-of-session";
import { signInEntry } from "../sign-in/entries";
import { asSignIn } from "../sign-in-role";
import type { Viewer } from "../viewer";
import { authenticatedClient } from "./client-credentials";
import { OAuthRefusal } from "./oauth-refusal";

export type TokenAnswer = {
  access_token: string;
  token_type: "Bearer";
  expires_in: number;
  scope?: string;
};

export async function oauthToken(request: ClientRequest): Promise<TokenAnswer> {
  refuseOtherGrants(request.form.get("grant_type"));
  const client = await authenticatedClient(request);
  const scopes = grantedScopes(client, request.form.get("scope"));
  const { audience, id, customerId } = client;
  const person = { personId: id!, customerId, audience };
  await asSignIn(signInEntry(client, { operation: "oauthToken", person }));
  const isWhole = scopes.length === purposesOf(audience).length;
  const access_token = issue({ ...client, scopes: isWhole ? null : scopes }, ACCESS_TOKEN_SECONDS);
  return {
    access_token,
    token_type: "Bearer",
    expires_in: ACCESS_TOKEN_SECONDS,
    ...(scopes.length ? { scope: scopes.join(" ") } : {}),
  };
}

function refuseOtherGrants(given: string | undefined): void {
  if (given === "client_credentials") return;
  throw given
    ? new OAuthRefusal("unsupported_grant_type", "The only grant_type here is client_credentials.")
    : new OAuthRefusal("invalid_request", "Give grant_type=client_credentials.");
}

/** What is asked for, of what the client was made for; all of it where nothing is said. */
function grantedScopes(client: Viewer, asked: string | undefined): DeclaredPurpose[] {
  const own = purposesOfViewer(client);
  if (asked === undefined) return own;
  const named = new Set(asked.split(" "));
  const granted = own.filter((purpose) => named.has(purpose));
  if (granted.length === named.size) return granted;
  throw new OAuthRefusal(
    "invalid_scope",
    `This client acts for: ${own.join(" ") || "nothing that has a scope"}. Name some of these, or leave scope out.`,
  );
}
