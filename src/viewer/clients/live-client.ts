// Whether a client may act: neither revoked nor expired, called from where it may be, and with what it was made for still
// in force: the agreement with its provider, its customer's contract. Each use is noted, once a minute at the most.
import { type Fragment, raw, sql } from "../../database/sql";
import type { Viewer } from "../viewer";

/** For the rows `c` of api_clients. */
const mayAct = (address: string | null): Fragment =>
  sql`c.revoked_at is null and c.expires_at > decision_time()
    and (cardinality(c.networks) = 0 or ${address}::inet <<= any (c.networks))
    and case c.audience when 'CONTACT_SYNC' then agreement_in_force(c.service_provider_id)
      when 'CONNECTOR' then exists (select from customers k where k.id = c.customer_id and k.state = 'ACTIVE')
      else true end`;

/** For the rows `s` of api_client_secrets. */
const isLive = raw("(s.ended_at is null or s.ended_at > decision_time())");

const noteUse = raw(
  `update api_clients u set last_used_at = decision_time() from allowed a
    where u.id = a.id and (u.last_used_at is null or u.last_used_at < decision_time() - interval '1 minute')`,
);

/** Answers `isAllowed` for a client that came with a token or a key. */
export const mayClientAct = (viewer: Viewer, address: string | null): Fragment =>
  sql`with allowed as (
      select c.id from api_clients c
      where c.id = ${viewer.id}::uuid and c.audience::text = ${viewer.audience} and ${isWithinReach(viewer)}
        and ${mayAct(address)} and ${hasLiveSecret(viewer)}
        and not exists (select from revoked_tokens where jti = ${viewer.tokenId}::uuid)),
    used as (${noteUse})
    select exists (select from allowed) as "isAllowed"`;

const isWithinReach = ({ customerId, serviceProviderId, source }: Viewer) =>
  sql`c.customer_id is not distinct from ${customerId}::uuid and c.source is not distinct from ${source}
    and c.service_provider_id is not distinct from ${serviceProviderId}::uuid`;

const hasLiveSecret = ({ secretId }: Viewer) =>
  secretId === null
    ? raw("true")
    : sql`exists (select from api_client_secrets s where s.id = ${secretId}::uuid and s.client_id = c.id and ${isLive})`;

/** The client that a live secret is of, if it may act and meets the condition on `c`. */
export const clientOfSecret = (
  secretHash: Buffer,
  address: string | null,
  condition: Fragment,
): Fragment =>
  sql`with allowed as (
      select c.id, c.audience, c.customer_id, c.service_provider_id, c.source, c.scopes, s.id as secret_id
      from api_client_secrets s join api_clients c on c.id = s.client_id
      where s.secret_hash = ${secretHash}::bytea and ${isLive} and ${mayAct(address)} and ${condition}),
    used as (${noteUse})
    select id, audience, customer_id as "customerId", service_provider_id as "serviceProviderId", source, scopes,
      secret_id as "secretId" from allowed`;
