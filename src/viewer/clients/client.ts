// Who a client's secret stands for: the viewer, with the secret it came by. Null is the one answer to everything else.
import { type Fragment, raw, sql } from "../../database/sql";
import { UUID } from "../../database/uuid";
import { briefly } from "../briefly";
import { asSignIn } from "../sign-in-role";
import { PUBLIC_VIEWER, type Viewer } from "../viewer";
import { clientOfSecret } from "./live-client";
import { clientSecretHash, isClientSecret } from "./secret";

/** The client of this identifier, proved by its secret. */
export async function clientBySecret(
  id: string,
  secret: string,
  address: string | null,
): Promise<Viewer | null> {
  if (!UUID.test(id) || !isClientSecret(secret)) return null;
  return find(clientSecretHash(secret), address, sql`c.id = ${id}::uuid`);
}

const known = briefly<Viewer | null>();

/** The client whose secret was sent as it stands, where it may be. */
export async function clientByKey(key: string, address: string | null): Promise<Viewer | null> {
  if (!isClientSecret(key)) return null;
  const hash = clientSecretHash(key);
  return known(`${hash.toString("hex")} ${address}`, () =>
    find(hash, address, raw("c.may_use_key")),
  );
}

async function find(
  hash: Buffer,
  address: string | null,
  condition: Fragment,
): Promise<Viewer | null> {
  const [found] = await asSignIn(clientOfSecret(hash, address, condition));
  const client = found?.rows[0] as Partial<Viewer> | undefined;
  return client ? { ...PUBLIC_VIEWER, ...client } : null;
}
