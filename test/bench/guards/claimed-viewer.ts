// Whom a token claims to be of, taken as it is decoded: no signature, no issuer, no time, no form of a claim is looked at.
import type { Audience } from "../../../src/viewer/audience";
import { PUBLIC_VIEWER, type Viewer } from "../../../src/viewer/viewer";

type Claims = {
  sub: string;
  audience: Audience;
  customer?: string;
  provider?: string;
  source?: string;
  jti: string;
};

export function claimedViewer(token: string): Viewer {
  const [, payload = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims;
  return {
    ...PUBLIC_VIEWER,
    audience: claims.audience,
    id: claims.sub,
    customerId: claims.customer ?? null,
    serviceProviderId: claims.provider ?? null,
    source: claims.source ?? null,
    tokenId: claims.jti,
  };
}
