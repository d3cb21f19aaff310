// What a story world lacks and lists show: files that came and went, invitations, sessions, entries, figures. So many of each
// for those who ask, and as many as wanted that are other people's.
import type { Client } from "pg";
import { daysAgo } from "../../seeds/records";
import {
  STORY_CUSTOMERS,
  STORY_PEOPLE,
  STORY_SERVICE_PROVIDER,
  STORY_STAFF,
} from "../../seeds/story-people";

const [harbour, , nordwind] = STORY_CUSTOMERS;
const { marketing, administrator, user, sync } = STORY_PEOPLE;
const [, , , operator, secondOperator] = STORY_STAFF;
const STRANGER = "01990000-0000-7000-8000-0000000000ff";

/** Behind the walls, and without triggers: as it would be found. */
export async function furnish(database: Client, own: number, others = 0): Promise<void> {
  await database.query("set session_replication_role = replica");
  for (const statement of WHAT_IS_OWN) await database.query(statement, [own]);
  if (others) for (const statement of WHAT_IS_OTHERS) await database.query(statement, [others]);
  await database.query("reset session_replication_role");
}

/** Numbers the story's contacts in the order of their ids: so each change has the same number in every run. */
export const numberFeed = (database: Client) =>
  database.query(`with told as (delete from outbox returning subject_kind, subject_id)
    insert into feed (change_number, subject_kind, subject_id)
    select row_number() over (order by subject_id), subject_kind, subject_id from told`);

/** The n-th of a series, older than everything that is made while it is asked. */
const id = (series: string) =>
  `('01990000-0001-7000-8${series}-' || lpad(to_hex(n), 12, '0'))::uuid`;
const at = (days: number) => `timestamptz '${daysAgo(days)}' + n * interval '1 minute'`;
const address = (series: string) => `'${series}' || n || '@example.com'`;
const hash = (series: string) => `sha256(convert_to(${address(series)}, 'UTF8'))`;
const SO_MANY = "from generate_series(1, $1::integer) as n";

const exportsOf = (series: string, maker: string, audience: string, customer: string | null) =>
  `insert into exports (id, audience, customer_id, kind, format, is_compressed, only_mailable, service_provider_id, columns,
      file_name, state, rows_expected, row_count, byte_count, sha256, file_id, created_by, created_at, started_at, ended_at, expires_at, reason)
    select ${id(series)}, '${audience}', ${customer ? `'${customer}'` : "null"}, '${customer ? "PLATFORM_USERS" : "SUBSCRIBERS"}', 'CSV', false, false,
      ${customer ? "null" : `'${STORY_SERVICE_PROVIDER.id}'`}, '{name,emailAddress}', 'export-' || n || '.csv', 'DONE', 10, 10, 400,
      repeat('ab', 32), ${id(`${series[0]}f${series[2]}`)}, '${maker}', ${at(9)}, ${at(2)}, ${at(2)}, ${at(2)} + interval '70 years',
      ${customer ? "'To plan shifts'" : "null"} ${SO_MANY}`;

const filesOf = (series: string, maker: string, audience: string) =>
  `insert into files (id, use, name, byte_count, sha256, data_key, audience, created_by, created_at, expires_at)
    select ${id(series)}, 'EXPORT', 'export-' || n || '.csv', 400, decode(repeat('ab', 32), 'hex'), '\\x01', '${audience}', '${maker}',
      ${at(2)}, ${at(2)} + interval '70 years' ${SO_MANY}`;

const importsOf = (series: string, maker: string) =>
  `insert into imports (id, file_id, file_name, byte_count, bytes_read, kind, tool, encoding, delimiter, columns, mapping, source, wording,
      confirmed_at, state, rows_read, added, refused, created_by, acting_for, created_at, started_at, ended_at)
    select ${id(series)}, ${id("ef9")}, 'list-' || n || '.csv', 900, 900, 'SUBSCRIBERS', 'MAILCHIMP', 'utf-8', ',',
      '{Name,Email}', '{"NAME": 0, "EMAIL_ADDRESS": 1}', 'Old newsletter', 'Send me the newsletter.', ${at(40)}, 'DONE', 9, 7, 2,
      '${maker}', '${maker}', ${at(8)}, ${at(8)}, ${at(8)} ${SO_MANY}`;

const bulkActionsOf = (series: string, maker: string) =>
  `insert into bulk_actions (id, kind, prospect_kind, state, matched, would_change, changed, changed_meanwhile, created_by, acting_for,
      created_at, started_at, ended_at)
    select ${id(series)}, 'SET_KIND', 'PARTNER', 'DONE', 9, 9, 8, 1, '${maker}', '${maker}', ${at(8)}, ${at(8)}, ${at(8)} ${SO_MANY}`;

const refusalsOf = (series: string) =>
  `insert into import_refusals (import_id, row_number, field, code, message)
    select ${id(series)}, row, 'EMAIL_ADDRESS', 'INVALID', 'This is no address.'
    from generate_series(1, $1::integer) as n, generate_series(1, 2) as row`;

const mendsOf = (series: string, file: string) =>
  `insert into import_mends (import_id, row_number, file_id, is_left_out)
    select ${id(series)}, row, ${id(file)}, true from generate_series(1, $1::integer) as n, generate_series(1, 2) as row`;

const invitationsOf = (series: string, customer: string, inviter: string) =>
  `insert into user_invitations (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, invited_at, expires_at)
    select '${customer}', ${id(series)}, 'Invited ' || n, ${address(series)}, ${address(series)}, ${hash(series)}, 'USER', '${inviter}',
      ${at(3)}, ${at(3)} + interval '70 years' ${SO_MANY}`;

const entriesOf = (series: string, viewer: string, subject: string) =>
  `insert into audit_entries (id, recorded_at, action, audience, viewer_id, purpose, operation, subject_kind, fields, subject_ids, row_count)
    select ${id(series)}, ${at(7)}, 'READ', 'OPERATOR', '${viewer}', 'SECURITY', 'platformUser', 'PLATFORM_USER', '{id,name}', array['${subject}'::uuid], 1
    ${SO_MANY}`;

const sessionsOf = (series: string, person: string, customer: string) =>
  `insert into sessions (id, credential_id, person_id, customer_id, audience, device, started_at, last_used_at, expires_at, rotated_at, ended_at, end_reason)
    select ${id(series)}, (select min(id::text)::uuid from credentials where person_id = '${person}'), '${person}', '${customer}', 'PLATFORM_USER', 'Browser ' || n,
      ${at(6)}, ${at(6)}, ${at(5)}, ${at(6)}, ${at(5)}, 'SIGNED_OUT' ${SO_MANY}`;

const disclosuresOf = (series: string, provider: string) =>
  `insert into disclosures (id, service_provider_id, viewer_id, purposes, fields, first_change, last_change, contact_count, disclosed_at)
    select ${id(series)}, ${provider}, '${sync.viewer.id}', '{NEWSLETTER}', '{name,emailAddress}', n, n, 1, ${at(5)} ${SO_MANY}`;

const staffOf = (series: string) =>
  `insert into staff (id, name, email_address, email_canonical, email_hash, state, created_at)
    select ${id(series)}, 'Colleague ' || n, ${address(series)}, ${address(series)}, ${hash(series)}, 'ACTIVE', ${at(90)} ${SO_MANY}`;

const staffRolesOf = (series: string, staff: string) =>
  `insert into staff_roles (id, staff_id, audience, granted_by, granted_at)
    select ${id(series)}, ${id(staff)}, 'SUPPORT', '${operator.id}', ${at(90)} ${SO_MANY}`;

const clientsOf = (series: string) =>
  `insert into api_clients (id, audience, name, source, networks, may_use_key, expires_at, created_by, created_at)
    select ${id(series)}, 'INTAKE', 'Intake ' || n, 'PLATFORM', '{}', false, ${at(0)} + interval '80 years', '${operator.id}', ${at(50)} ${SO_MANY}`;

const viewsOf = (
  series: string,
  maker: string,
  isShared: boolean,
  customer: string | null = null,
) =>
  `insert into saved_views (id, customer_id, audience, list, name, name_canonical, search, is_shared, made_by, created_at)
    select ${id(series)}, ${customer ? `'${customer}', 'ACCOUNT_ADMINISTRATOR', 'platform-users'` : "null, 'MARKETING', 'prospects'"},
      'View ' || n, 'view ' || n, 'kind=VISITOR', ${isShared}, ${maker}, ${at(4)} ${SO_MANY}`;

const preferencesOf = (person: string, customer: string | null = null) =>
  `insert into preferences (customer_id, person_id, language, colours, lists)
    select ${customer ? `'${customer}'::uuid` : "null::uuid"}, ${person}, 'DE', 'DARK', '{"prospects": {"columns": ["name", "kind"], "density": "COMPACT"}}'
    ${SO_MANY} on conflict do nothing`;

const providersOf = (series: string) =>
  `insert into service_providers (id, name, service, created_at)
    select ${id(series)}, 'Provider ' || n, 'Prints labels', ${at(70)} ${SO_MANY}`;

const SUPPRESSED = `insert into suppressions (email_hash, reason, suppressed_at)
  select ${hash("never")}, 'COMPLAINED', ${at(40)} ${SO_MANY}`;
const RATES = `insert into sign_in_rates (key, tries, resets_at)
  select sha256(n::text::bytea), 1, ${at(0)} + interval '70 years' ${SO_MANY}`;
const CHALLENGES = `insert into sign_in_challenges (id, credential_ids, expires_at)
  select ${id("d0c")}, array[${id("d0d")}], ${at(0)} + interval '70 years' ${SO_MANY}`;

const FIGURES = `insert into figures (month, subject, kind, people, events, computed_at)
  select make_date(2026, month, 1), 'ACTIVITY', kind, people, people * $1, '${daysAgo(1)}'
  from generate_series(6, 10) as month, (values ('SIGNED_IN', 40), ('EXPORT_STARTED', null)) as k (kind, people) on conflict do nothing`;

const DUE = `insert into prospects_due_to_be_informed (due_within_days, due_soon, missed, as_of)
  select 7, n, 30, '${daysAgo(1)}' ${SO_MANY} on conflict do nothing`;

const JOBS = `select graphile_worker.add_job('make_export', '{}', job_key := 'golden-' || n) ${SO_MANY}`;

const WHAT_IS_OWN = [
  exportsOf("e01", marketing.viewer.id!, "MARKETING", null),
  filesOf("ef1", marketing.viewer.id!, "MARKETING"),
  exportsOf("e02", administrator.viewer.id!, "ACCOUNT_ADMINISTRATOR", harbour.id),
  importsOf("e03", marketing.viewer.id!),
  refusalsOf("e03"),
  bulkActionsOf("e0d", marketing.viewer.id!),
  invitationsOf("e04", harbour.id, administrator.viewer.id!),
  entriesOf("e05", secondOperator.id, nordwind.user.id),
  entriesOf("e0c", operator.id, user.viewer.id!),
  sessionsOf("e06", user.viewer.id!, harbour.id),
  disclosuresOf("e07", `'${STORY_SERVICE_PROVIDER.id}'`),
  staffOf("e08"),
  staffRolesOf("e09", "e08"),
  clientsOf("e0a"),
  providersOf("e0b"),
  viewsOf("e0d", `'${marketing.viewer.id}'`, false),
  viewsOf("e0e", `'${STRANGER}'`, true),
  preferencesOf(`'${marketing.viewer.id}'::uuid`),
  preferencesOf(`'${user.viewer.id}'::uuid`, harbour.id),
  FIGURES,
  DUE,
  JOBS,
];

const WHAT_IS_OTHERS = [
  exportsOf("d01", STRANGER, "MARKETING", null),
  exportsOf("d02", STRANGER, "ACCOUNT_ADMINISTRATOR", nordwind.id),
  filesOf("df1", STRANGER, "MARKETING"),
  importsOf("d03", STRANGER),
  refusalsOf("d03"),
  bulkActionsOf("d0e", STRANGER),
  `insert into bulk_action_batches (bulk_action_id, number, subject_ids, versions)
    select ${id("d0e")}, 0, array[${id("d0f")}], '{1}' ${SO_MANY}`,
  `insert into bulk_action_changes (bulk_action_id, subject_id, kind_before, version)
    select ${id("d0e")}, ${id("d0f")}, 'VISITOR', 1 ${SO_MANY}`,
  mendsOf("d03", "df1"),
  invitationsOf("d04", nordwind.id, STRANGER),
  entriesOf("d05", STRANGER, STRANGER),
  disclosuresOf("d07", id("e0b").replace("to_hex(n)", "to_hex(1 + n % 9)")),
  `insert into audit_heads (id, customer_id, first_number, size, root, chain_hash, frontier, signed_at, key_id, signature)
    select ${id("da1")}, ${id("da2")}, 1, 1, '\\x01', '\\x01', '\\x01', ${at(2)}, 'planted', '\\x01' ${SO_MANY}`,
  viewsOf("d0e", id("d1e"), false, harbour.id),
  viewsOf("d0f", id("d1f"), true, nordwind.id),
  preferencesOf(id("d1e"), nordwind.id),
  preferencesOf(id("d1f")),
  SUPPRESSED,
  RATES,
  CHALLENGES,
  `insert into erasures (id, subject_kind, subject_id, because, scheduled_at, due_at)
    select ${id("ee1")}, 'SUBSCRIBER', ${id("ee2")}, (select min(id::text)::uuid from lawful_bases), ${at(2)}, ${at(2)} + interval '30 days' ${SO_MANY}`,
  `insert into legal_holds (id, subject_kind, subject_id, items, reason, placed_by, ends_on)
    select ${id("ee3")}, 'SUBSCRIBER', ${id("ee2")}, '{name}', 'A lawsuit.', '${STRANGER}', date '2099-12-31' ${SO_MANY}`,
];
