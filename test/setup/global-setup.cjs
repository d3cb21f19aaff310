// One PostgreSQL for the whole run, in a temporary folder and without durability, with the seeded story world
// as a template. Runs in plain Node.js on dist/, so the code is compiled first.
const { execFileSync } = require("node:child_process");
const { chmodSync, mkdtempSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const ROOT = join(__dirname, "..", "..");
const FAST = ["fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit"];
const TEMPLATE = "template_world";

module.exports = async () => {
  execFileSync(process.execPath, [join(ROOT, ".tools", "compile.mjs")], { cwd: ROOT });
  const compiled = (file) => require(join(ROOT, "dist", "src", "database", file));
  const { startEmbedded } = compiled("embedded.js");
  const { newPasswords } = compiled("logins.js");
  const { migrateDatabase } = compiled("migrate.js");
  const { Client } = require("pg");

  const folder = mkdtempSync(join(tmpdir(), "back-office-tests-"));
  chmodSync(folder, 0o755); // PostgreSQL may run as another user
  const cluster = await startEmbedded({ folder, settings: FAST.map((name) => `${name}=off`) });
  globalThis.testCluster = { cluster, folder };

  const loginPasswords = newPasswords();
  await cluster.createDatabase(TEMPLATE);
  const keys = { dataDir: folder, masterKeyFile: null };
  const ownerUrl = cluster.ownerUrl(TEMPLATE);
  await migrateDatabase({ ownerUrl, loginPasswords, ...keys, report: () => {} });

  const superuser = new Client({ connectionString: cluster.superuserUrl });
  await superuser.connect();
  await superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${TEMPLATE}'`,
  );
  await superuser.query(`alter database ${TEMPLATE} is_template true allow_connections false`);
  await superuser.end();

  const { host, port, superuserUrl } = cluster;
  process.env.TEST_CLUSTER = JSON.stringify({ host, port, superuserUrl, loginPasswords, folder });
};
