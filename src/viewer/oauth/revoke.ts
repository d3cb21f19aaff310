// A client gives an access token of its own back before its time (RFC 7009). What is no token of ours any more is fine
// too; another client's token is refused, and so is a secret, which an operator ends.
import { sql } from "../../database/sql";
import type { ClientRequest } from "../../http/stages";
import { isClientSecret } from "../clients/secret";
import type { SigningKeys } from "../keys";
import { asSignIn } from "../sign-in-role";
import { signInEntry } from "../sign-in/entries";
import { InvalidToken, readToken } from "../tokens";
import { authenticatedClient } from "./client-credentials";
import { OAuthRefusal } from "./oauth-refusal";

type Issuer = { keys: SigningKeys; publicUrl: string };

/** Repeating is harmless. The token is dead within five seconds. */
export async function oauthRevoke(issuer: Issuer, request: ClientRequest): Promise<void> {
  const token = request.form.get("token");
  if (!token) throw new OAuthRefusal("invalid_request", "Give the access token as token.");
  const client = await authenticatedClient(request);
  if (isClientSecret(token)) {
    const hint = "This is a secret, not an access token. Ask an operator to end it.";
    throw new OAuthRefusal("unsupported_token_type", hint);
  }
  const read = readOrNull(issuer, token);
  if (!read) return;
  const { viewer, expiresAt } = read;
  if (viewer.id !== client.id || viewer.audience !== client.audience) {
    throw new OAuthRefusal("invalid_grant", "This access token was issued to somebody else.");
  }
  const person = { personId: client.id!, customerId: client.customerId, audience: client.audience };
  await asSignIn(
    sql`insert into revoked_tokens (jti, expires_at) values (${viewer.tokenId}::uuid, to_timestamp(${expiresAt}::bigint))
      on conflict do nothing`,
    signInEntry(client, { operation: "oauthRevoke", person }),
  );
}

function readOrNull({ keys, publicUrl }: Issuer, token: string) {
  try {
    return readToken(keys, publicUrl, token);
  } catch (error) {
    if (error instanceof InvalidToken) return null;
    throw error;
  }
}
