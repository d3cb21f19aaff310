// What each audience may see of the planted world, asked of the tables themselves by a superuser: the judge of both walls.
import type { Client } from "pg";
import type { Audience } from "../../src/viewer/audience";
import type { Viewer } from "../../src/viewer/viewer";

const bit = (n: number, alias = "t") =>
  `(${alias}.purposes & ${n}) <> 0 and ${alias}.purposes_valid_until > now()`;
const activitiesOf = (users: string) =>
  `exists (select from platform_users u where u.customer_id = t.customer_id and u.id = t.platform_user_id and ${users})`;
const interactions = `exists (select from prospects p where p.id = t.prospect_id and ${bit(8, "p")})`;
const agreed = (
  terms: string,
) => `exists (select from provider_agreements a where a.service_provider_id = t.id
  and a.in_force_from <= now() and (a.ended_at is null or a.ended_at > now()) and ${terms})`;

const VIEWS = "t.audience = $audience and (t.is_shared or t.made_by = $viewer)";

/** Type → condition on its table's rows, by audience. A type that isn't named may not be seen at all. */
const RULES: Partial<Record<Audience, Record<string, string>>> = {
  PLATFORM_USER: {
    PlatformUser: "t.id = $viewer",
    Activity: "t.platform_user_id = $viewer",
    AccountAdministrator: `t.customer_id = $customer and t.role = 'ACCOUNT_ADMINISTRATOR' and t.state = 'ACTIVE' and ${bit(1)}`,
  },
  ACCOUNT_ADMINISTRATOR: {
    Customer: `t.id = $customer and ${bit(1)}`,
    CustomerContact: `t.customer_id = $customer and ${bit(1)}`,
    PlatformUser: `t.customer_id = $customer and ${bit(1)}`,
    Activity: `t.customer_id = $customer and ${activitiesOf(bit(1, "u"))}`,
    AccountAdministrator: `t.customer_id = $customer and t.role = 'ACCOUNT_ADMINISTRATOR' and t.state = 'ACTIVE' and ${bit(1)}`,
    Export: "t.customer_id = $customer and t.audience = $audience",
    SavedView: `t.customer_id = $customer and ${VIEWS}`,
  },
  SUPPORT: {
    SavedView: VIEWS,
    Customer: bit(32),
    CustomerContact: bit(32),
    PlatformUser: bit(32),
    Activity: activitiesOf(bit(32, "u")),
  },
  MARKETING: {
    SavedView: VIEWS,
    ...{
      Prospect: bit(8),
      CustomerContact: bit(8),
      Interaction: interactions,
      Subscriber: bit(16),
      Export: "t.created_by = $viewer and t.audience = $audience",
    },
    ServiceProvider:
      agreed(`('PROSPECT' = any (a.kinds) and 'MARKETING_AND_SALES' = any (a.purposes)
      or 'SUBSCRIBER' = any (a.kinds) and 'NEWSLETTER' = any (a.purposes))`),
  },
  PRIVACY_OFFICER: {
    ...{ CustomerContact: "true", PlatformUser: "true", Prospect: "true", Subscriber: "true" },
    ...{
      ServiceProvider: "true",
      ProviderAgreement: "true",
      Disclosure: "true",
      AuditEntry: "true",
    },
    ...{ ApiClient: "true", ApiClientSecret: "true", Export: "true", SavedView: VIEWS },
  },
  OPERATOR: {
    SavedView: VIEWS,
    ...{ Customer: bit(1), ApiClient: "true", ApiClientSecret: "true" },
    ServiceProvider: agreed("true"),
  },
  CONTACT_SYNC: { Prospect: bit(8), Subscriber: bit(16) },
};

export const TABLES: Record<string, string> = {
  ...{
    Customer: "customers",
    CustomerContact: "customer_contacts",
    PlatformUser: "platform_users",
    Activity: "activities",
  },
  ...{
    AccountAdministrator: "platform_users",
    Prospect: "prospects",
    Interaction: "interactions",
    Subscriber: "subscribers",
  },
  ...{
    ServiceProvider: "service_providers",
    ProviderAgreement: "provider_agreements",
    Disclosure: "disclosures",
    ApiClient: "api_clients",
    ApiClientSecret: "api_client_secrets",
    AuditEntry: "audit_entries",
    Export: "exports",
    SavedView: "saved_views",
  },
};

/** The ids that a viewer may see, by type. */
export async function allowedIds(
  database: Client,
  viewer: Viewer,
): Promise<Map<string, Set<string>>> {
  const allowed = new Map<string, Set<string>>();
  for (const [type, condition] of Object.entries(RULES[viewer.audience] ?? {})) {
    const where = condition
      .replaceAll("$viewer", `'${viewer.id}'`)
      .replaceAll("$audience", `'${viewer.audience}'`)
      .replaceAll("$customer", viewer.customerId ? `'${viewer.customerId}'` : "null");
    const { rows } = await database.query<{ id: string }>(
      `select t.id from ${TABLES[type]} t where ${where}`,
    );
    allowed.set(type, new Set(rows.map((row) => row.id)));
  }
  return allowed;
}
