// A secret as it is kept.
import { type Fragment, sql } from "../database/sql";
import { newId } from "../database/uuid";
import { clientSecretHash } from "../viewer/clients/secret";

export const secretInsert = (clientId: string, secret: string): Fragment =>
  sql`insert into api_client_secrets (id, client_id, secret_hash)
    values (${newId()}::uuid, ${clientId}::uuid, ${clientSecretHash(secret)}::bytea)`;
