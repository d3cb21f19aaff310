// What works without reach is a handful of functions, each owned by a role of one purpose and with its path pinned.
import { AUDIENCE_ROLES } from "../../src/database/roles";
import { OWN_SCHEMAS } from "../../src/database/schemas";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => (world = await createWorld()));
afterAll(() => world.drop());

const everyAudience = [...AUDIENCE_ROLES].sort();

type Definer = { name: string; owner: string; callers: string[]; isPinned: boolean };

const definers = async () => {
  const { rows } = await world.asOwner.query<Definer>(
    `select p.proname as name, o.rolname as owner, 'search_path' = any (select split_part(c, '=', 1) from unnest(p.proconfig) c) as "isPinned",
       array(select r.rolname::text from pg_roles r where (r.rolname like 'audience\\_%' or r.rolname = 'sign_in') and has_function_privilege(r.oid, p.oid, 'execute') order by 1) as callers
     from pg_proc p join pg_roles o on o.oid = p.proowner where p.pronamespace::regnamespace::text in ('public', 'keys') and p.prosecdef order by 1`,
  );
  return rows;
};

test("these functions and no others run with their owner's rights", async () => {
  const found = Object.fromEntries(
    (await definers()).map(({ name, owner, callers }) => [name, [owner, ...callers]]),
  );
  const { newest_migration: newest, ...others } = found;
  expect(newest?.[0]).toBe("owner");
  expect(others).toEqual({
    accesses_to: ["finder", "audience_account_administrator", "audience_platform_user"],
    await_seal: ["outbox_writer"],
    entries_about: ["finder", "audience_privacy_officer"],
    make_audit_partitions: ["owner"],
    accept_staff_invitation: ["enroller", "sign_in"],
    accept_user_invitation: ["enroller", "sign_in"],
    // whichever role a login enters first, for the check of each new connection
    address_hash_layers_in_force: [
      ...["owner", "audience_contact_sync", "audience_platform_user", "audience_public"],
      ...["audience_support", "sign_in"],
    ],
    claim_idempotency_key: ["replayer", ...everyAudience],
    closed_addresses: ["suppressor", "audience_marketing"],
    compare_derivation: ["lawfulness"],
    confirm_informed: ["lawfulness", "audience_marketing"],
    count_due_to_be_informed: ["lawfulness"],
    deciding_basis: [
      ...[
        "lawfulness",
        "audience_account_administrator",
        "audience_marketing",
        "audience_operator",
      ],
    ],
    derive_expired: ["lawfulness"],
    derive_from_added_bases: ["lawfulness"],
    derive_from_suppression: ["lawfulness"],
    derive_from_suppressions: ["lawfulness"],
    derive_permitted_purposes: ["lawfulness"],
    destroy_person_keys: ["eraser"],
    forget_own_settings: ["eraser"],
    end_contract: ["lawfulness", "audience_account_administrator", "audience_operator"],
    reasons_to_mail: ["lawfulness", "audience_marketing", "audience_privacy_officer"],
    restricted_records: ["lawfulness", "audience_account_administrator", "audience_support"],
    what_if: ["lawfulness", "audience_privacy_officer"],
    has_active_administrator: ["enroller", "audience_operator"],
    held_subject: ["lawfulness", "audience_privacy_officer"],
    invited_address: ["enroller", "sign_in"],
    job_list: ["queue_owner", "audience_operator"],
    needs_no_invitation: ["enroller", "audience_account_administrator"],
    keep_address_of_consent: ["lawfulness"],
    lock_out_restricted: ["enroller", "audience_account_administrator"],
    keep_answer: ["replayer", ...everyAudience],
    mark_claim_applied: ["replayer", ...everyAudience, "sign_in"],
    outbox_prospects: ["outbox_writer"],
    outbox_subscribers: ["outbox_writer"],
    prospects_at: ["finder", "audience_intake"],
    queue_job: [
      "queue_owner",
      "audience_account_administrator",
      "audience_intake",
      "audience_marketing",
      "audience_privacy_officer",
    ],
    queue_mail: ["queue_owner", "audience_account_administrator", "audience_operator", "sign_in"],
    run_job_again: ["queue_owner", "audience_operator"],
    release_claim: ["replayer", ...everyAudience],
    require_lawful_basis: ["lawfulness"],
    reveal_email_address: ["revealer", "audience_support"],
    rows_to_undo: ["undoer", "audience_marketing"],
    stopped_since: [
      "lawfulness",
      "audience_account_administrator",
      "audience_marketing",
      "audience_privacy_officer",
    ],
    suppress: ["suppressor", "audience_marketing"],
    suppress_all: ["suppressor", "audience_marketing"],
    undo_imported: ["undoer", "audience_marketing"],
    undo_informed: ["lawfulness", "audience_marketing"],
    undone_among: ["undoer", "audience_marketing"],
    unknown_platform_users: ["finder", "audience_intake"],
  });
});

test("each pins its search path", async () => {
  expect((await definers()).filter(({ isPinned }) => !isPinned)).toEqual([]);
});

test.each(OWN_SCHEMAS)(
  "no role but the owner may make anything in the schema %s",
  async (schema) => {
    const { rows } = await world.asOwner.query(
      "select rolname from pg_roles where has_schema_privilege(oid, $1, 'create') and not rolsuper and rolname not in ('owner', 'migrator', 'pg_database_owner')",
      [schema],
    );
    expect(rows).toEqual([]);
  },
);
