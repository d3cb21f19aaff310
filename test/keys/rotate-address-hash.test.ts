// Rotating the key of address hashes on a real database: every hash of the story world is hashed once more, or none is.
import { createHmac } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { connectAsOwner } from "../../src/database/owner";
import { TABLES_WITH_ADDRESS_HASHES } from "../../src/keys/address-hash-columns";
import { rotateAddressHash } from "../../src/keys/rotate-address-hash";
import { nameOf, personColumns, sealedColumns } from "../../src/keys/sealed-columns";
import { PROJECT_ROOT } from "../../src/project-root";
import { startApi } from "../../src/server";
import { startWorker } from "../../src/worker";
import { createWorld, type World } from "../setup/world";
import { hashesOf, keyFile, keyOf, layersOf, ownerUrlOf, runKeys } from "./rotating";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  // the story has none of these
  await world.asOwner.query(
    `insert into password_resets (id, email_hash, expires_at)
     select gen_random_uuid(), email_hash, now() + interval '1 hour' from credentials;
     insert into user_invitations (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, expires_at)
     select customer_id, gen_random_uuid(), name, 'i.' || email_address, 'i.' || email_canonical, sha256(email_hash), role,
       id, now() + interval '1 day' from platform_users limit 3;
     insert into staff_invitations (id, name, email_address, email_canonical, email_hash, audience, expires_at)
     select gen_random_uuid(), name, 'i.' || email_address, 'i.' || email_canonical, sha256(email_hash), 'SUPPORT',
       now() + interval '1 day' from staff limit 2`,
  );
});
afterEach(() => world.drop());

const rotate = () => runKeys(world, "rotate-address-hash");

test("every hash of the world is its old one, hashed once more; no row comes, goes or changes otherwise", async () => {
  const outbox = async () => (await world.asOwner.query("select * from outbox")).rows;
  const [before, toldBefore] = [await hashesOf(world), await outbox()];
  const { isWhole, lines } = await rotate();
  expect(isWhole).toBe(true);
  const after = await hashesOf(world);
  const key = keyOf(world, 2);
  for (const table of TABLES_WITH_ADDRESS_HASHES) {
    const old = before.get(table)!;
    expect(old.length).toBeGreaterThan(0);
    const hashed = old.map(({ row, hash }) => ({
      row,
      hash: createHmac("sha256", key).update(Buffer.from(hash, "hex")).digest("hex"),
    }));
    expect(inOrder(after.get(table)!)).toEqual(inOrder(hashed));
    expect(lines).toContain(`${table}: ${old.length} hashed once more`);
  }
  expect(await outbox()).toEqual(toldBefore);
  expect(await layersOf(world)).toBe(2);
  expect(keyOf(world, 2)).not.toEqual(keyOf(world, 1));
});

const inOrder = (rows: { row: string; hash: string }[]) =>
  rows.map(({ row, hash }) => `${row} ${hash}`).sort();

test("the status says how many layers there are, and which file is missing", async () => {
  const said = async () => {
    const { isWhole, lines } = await runKeys(world, "status");
    return { isWhole, lines: lines.filter((line) => /^(Addresses|There is no)/.test(line)) };
  };
  expect(await said()).toEqual({ isWhole: true, lines: ["Addresses are hashed in 1 layer."] });
  await rotate();
  await rotate();
  expect(await said()).toEqual({ isWhole: true, lines: ["Addresses are hashed in 3 layers."] });
  renameSync(keyFile(world, 2), `${keyFile(world, 2)}.away`);
  expect(await said()).toEqual({
    isWhole: false,
    lines: [
      "Addresses are hashed in 3 layers.",
      `There is no ${keyFile(world, 2)}: put it back from a copy.`,
    ],
  });
});

test.each([1, 4, 9, 14])(
  "killed at its update number %s, it leaves all as it was, and run again it completes",
  async (killedAt) => {
    const before = await hashesOf(world);
    const owner = await connectAsOwner(ownerUrlOf(world), "test");
    const query = owner.query.bind(owner) as (...args: unknown[]) => Promise<{ rows: unknown[] }>;
    const pid = ((await query("select pg_backend_pid() as pid")).rows[0] as { pid: number }).pid;
    let updates = 0;
    owner.query = (async (...args: unknown[]) => {
      const isUpdate = String(args[0]).startsWith("update");
      if (isUpdate && ++updates === killedAt)
        await world.asOwner.query("select pg_terminate_backend($1, 5000)", [pid]);
      return query(...args);
    }) as never;
    await expect(rotateAddressHash(owner, world.config.dataDir, 50)).rejects.toThrow();
    await owner.end().catch(() => undefined);
    expect(updates).toBe(killedAt);
    expect(await layersOf(world)).toBe(1);
    expect(await hashesOf(world)).toEqual(before);

    const key = keyOf(world, 2);
    await rotate();
    expect(await layersOf(world)).toBe(2);
    expect(keyOf(world, 2)).toEqual(key);
    const hash = before.get("suppressions")![0]!.hash;
    const hashed = createHmac("sha256", key).update(Buffer.from(hash, "hex")).digest();
    const { rowCount } = await world.asOwner.query(
      "select from suppressions where email_hash = $1",
      [hashed],
    );
    expect(rowCount).toBe(1);
  },
);

test("while an API or a worker is connected it refuses, and touches nothing", async () => {
  const before = await hashesOf(world);
  const api = await startApi(world.config);
  await expect(rotate()).rejects.toThrow(
    /^An API or a worker is connected to this database \(.*login_public \d.*\)\. End all of them/,
  );
  await api.close();
  const worker = await startWorker(world.config);
  await expect(rotate()).rejects.toThrow(/^An API or a worker .*login_jobs \d/);
  await worker.close();
  expect(await hashesOf(world)).toEqual(before);
  expect(existsSync(keyFile(world, 2))).toBe(false);
});

test("an API that had lost its connections is let in no more, and says that it is not ready", async () => {
  const api = await startApi(world.config);
  const readiness = async () => (await fetch(`${api.address}/readyz`)).status;
  expect(await readiness()).toBe(200);
  await world.asOwner.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and usename like 'login%'`,
  );
  await rotate();
  expect(await readiness()).toBe(503);
  const answer = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: `mutation { signIn(input: { emailAddress: "a@example.com", password: "any words at all" }) { userErrors { code } } }`,
    }),
  });
  expect(answer.status).toBe(503);
  await api.close();

  const again = await startApi(world.config);
  expect((await fetch(`${again.address}/readyz`)).status).toBe(200);
  await again.close();
});

test("a process that lacks a layer's key refuses to start, and makes no other", async () => {
  await rotate();
  for (const layer of [1, 2]) {
    const file = keyFile(world, layer);
    renameSync(file, `${file}.away`);
    const refusal = `Addresses are hashed in 2 layers, and there is no ${file}. Put it back from a copy`;
    await expect(startApi(world.config)).rejects.toThrow(refusal);
    await expect(startWorker(world.config)).rejects.toThrow(refusal);
    await expect(rotate()).rejects.toThrow(refusal);
    expect(existsSync(file)).toBe(false);
    renameSync(`${file}.away`, file);
  }
  const api = await startApi(world.config);
  await api.close();
});

test("of two that read and rotate at once one is told to try again", async () => {
  await world.asOwner.query("begin; select layers from address_hash_layers");
  await expect(rotate()).rejects.toThrow(/^Somebody is reading how addresses are hashed/);
  await world.asOwner.query(
    "rollback; begin; lock table address_hash_layers in access exclusive mode",
  );
  await expect(rotate()).rejects.toThrow(/^Somebody is reading how addresses are hashed/);
  await expect(startApi(world.config)).rejects.toThrow(
    "The key of address hashes is being rotated. Start again when that has ended.",
  );
  await world.asOwner.query("rollback");
  expect(await layersOf(world)).toBe(1);
}, 30_000);

test("no column that may hold a hash of an address is missing from the list", async () => {
  const OTHER_BYTES = [
    ...["api_client_secrets.secret_hash", "credentials.password_hash", "credentials.password_salt"],
    ...["idempotency_keys.answer", "idempotency_keys.key_hash", "idempotency_keys.request_hash"],
    ...["files.sha256", "import_mappings.columns_hash", "import_mends.sealed"],
    ...["recovery_codes.code_hash"],
    ...["sign_in_rates.key", "access_log.parent_hash"],
    ...["access_log.leaf_hash", "access_log.chain_hash", "audit_seals.salt"],
    ...["audit_seals.leaf_hash", "audit_seals.chain_hash", "audit_heads.root"],
    ...["audit_heads.chain_hash", "audit_heads.frontier", "audit_heads.signature"],
  ];
  const { rows } = await world.asOwner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and (data_type = 'bytea' or column_name like '%email_hash%')`,
  );
  const sealed = [...sealedColumns(), ...personColumns()].map(nameOf);
  const known = [...OTHER_BYTES, ...sealed];
  expect(
    rows
      .map(({ name }) => name)
      .filter((name) => !known.includes(name))
      .sort(),
  ).toEqual(TABLES_WITH_ADDRESS_HASHES.map((table) => `${table}.email_hash`));
});

test("the operators' page names the command, its files and what it says", async () => {
  const page = readFileSync(join(PROJECT_ROOT, "docs", "operators", "keys.md"), "utf8");
  const [, section] = page.split("## The key of address hashes");
  const [, word] = /npm run keys -- (rotate-[a-z-]+)/.exec(section!)!;
  const { lines } = await runKeys(world, word!);
  expect(onOneLine(section!)).toContain(lines.at(-1)!.split(" now.")[0]);
  expect(
    existsSync(join(world.config.dataDir, /`(keys\/address-hash-2\.key)`/.exec(page)![1]!)),
  ).toBe(true);
  const api = await startApi(world.config);
  const refused = await rotate().catch((error: Error) => error.message);
  await api.close();
  expect(onOneLine(section!)).toContain((refused as string).split(" (")[0]);
});

const onOneLine = (text: string) => text.replaceAll(/\s+/g, " ");
