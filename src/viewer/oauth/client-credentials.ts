// What a client proves itself with (RFC 6749 §2.3.1): its identifier and secret, in the Authorization header or in the
// form, never in both. Unknown, revoked, from elsewhere or with a wrong secret: all the same.
import type { ClientRequest } from "../../http/stages";
import { clientBySecret } from "../clients/client";
import { isClientSecret } from "../clients/secret";
import { valuesOf } from "../request-viewer";
import { signInEntry } from "../sign-in/entries";
import { countTry, RATES } from "../sign-in/rates";
import { asSignIn } from "../sign-in-role";
import type { Viewer } from "../viewer";
import { OAuthRefusal } from "./oauth-refusal";

type Credentials = { id: string; secret: string };

/** Throws `OAuthRefusal`, or a refusal (429): a network before it is believed, a client only for what it really asks. */
export async function authenticatedClient(request: ClientRequest): Promise<Viewer> {
  const { id, secret } = credentialsIn(request);
  if (!isClientSecret(secret)) throw notAuthenticated();
  const { network, address } = request.caller;
  await countTry({ rate: RATES.tokenOfNetwork, by: network });
  const client = await clientBySecret(id, secret, address);
  if (!client) {
    const refused = { operation: "oauthToken", isRefused: true, person: null };
    await asSignIn(signInEntry(request, refused));
    throw notAuthenticated();
  }
  await countTry({ rate: RATES.tokenOfClient, by: id.toLowerCase() });
  return { ...client, requestId: request.requestId };
}

function credentialsIn({ form, rawHeaders }: ClientRequest): Credentials {
  const [header, ...more] = valuesOf(rawHeaders, "authorization");
  const id = form.get("client_id");
  const secret = form.get("client_secret");
  if (header === undefined) {
    if (!id || !secret) throw notAuthenticated();
    return { id, secret };
  }
  const named = basicIn(header);
  if (!named || more.length > 0) throw notAuthenticated();
  if (secret || (id && id !== named.id)) {
    throw new OAuthRefusal(
      "invalid_request",
      "Give the client's identifier and secret once: in the Authorization header or in the form.",
    );
  }
  return named;
}

const BASIC = /^basic +([A-Za-z0-9+/_-]+={0,2})$/i;

/** Both parts are form-encoded before they are put together (RFC 6749 §2.3.1). */
function basicIn(header: string): Credentials | null {
  const [id, secret, ...more] = Buffer.from(BASIC.exec(header)?.[1] ?? "", "base64")
    .toString("utf8")
    .split(":");
  if (!id || !secret || more.length > 0) return null;
  try {
    return { id: formDecoded(id), secret: formDecoded(secret) };
  } catch {
    return null;
  }
}

const formDecoded = (text: string) => decodeURIComponent(text.replaceAll("+", " "));

const notAuthenticated = () =>
  new OAuthRefusal(
    "invalid_client",
    "No client that may act now has this identifier and secret. Ask an operator.",
  );
