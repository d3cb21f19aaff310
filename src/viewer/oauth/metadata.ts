// What a client library reads before it asks for a token (RFC 8414).
import { MACHINES } from "../audience";
import { purposesOf } from "../purpose";

const AUTHENTICATION_METHODS = ["client_secret_basic", "client_secret_post"];

export const oauthMetadata = (publicUrl: string) => ({
  issuer: publicUrl,
  token_endpoint: `${publicUrl}/oauth/token`,
  token_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
  revocation_endpoint: `${publicUrl}/oauth/revoke`,
  revocation_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
  jwks_uri: `${publicUrl}/.well-known/jwks.json`,
  grant_types_supported: ["client_credentials"],
  response_types_supported: [], // no authorization endpoint
  scopes_supported: [...new Set(MACHINES.flatMap(purposesOf))],
});
