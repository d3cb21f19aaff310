// The page on a real installation is true: what it shows is run on a PostgreSQL without the mark of development, from
// nothing to two signed-in operators; and what it says refuses to start, does.
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Secret } from "otpauth";
import { Client } from "pg";
import { startEmbedded, type Embedded } from "../../src/database/embedded";
import { currentCode } from "../../src/viewer/sign-in/totp";
import { freePort } from "../../src/database/embedded-address";
import { startServing, type Serving } from "../setup/serving";

const ROOT = resolve(__dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/operators/installation.md"), "utf8");

let folder: string;
let cluster: Embedded;
let ownerUrl: string;
let env: Record<string, string>;
let api: Serving | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "installation-"));
  chmodSync(folder, 0o755); // PostgreSQL may run as another user
  cluster = await startEmbedded({ folder, settings: ["fsync=off"] });
  const superuser = new Client({ connectionString: cluster.superuserUrl });
  await superuser.connect();
  await superuser.query(
    "create database back_office owner migrator template template0 locale 'C' encoding 'UTF8'",
  );
  await superuser.end();
  ownerUrl = cluster.ownerUrl("back_office");
  const port = await freePort();
  env = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    PORT: String(port),
    DATA_DIR: join(folder, "data"),
    DATABASE_URL: `postgresql://${cluster.host}:${cluster.port}/back_office`,
    MASTER_KEY_FILE: join(folder, "master.key"),
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: "silent",
  };
}, 60_000);
afterAll(async () => {
  await api?.end();
  await cluster.stop();
  rmSync(folder, { recursive: true });
}, 30_000);

type Ran = { code: number; stdout: string; stderr: string };

/** A command that the page shows, run as it stands there. */
function shown(command: string, { more = {}, args = [] as string[] } = {}): Promise<Ran> {
  expect(PAGE).toContain(command);
  return run(["sh", "-c", [command, ...args].join(" ")], { ...env, ...more });
}

const run = ([command, ...args]: string[], environment: Record<string, string>): Promise<Ran> =>
  new Promise((done) => {
    const child = execFile(command!, args, { cwd: ROOT, env: environment }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? 1, stdout, stderr }),
    );
  });

const refusal = async (word: "api" | "migrate", changed: Record<string, string | undefined>) => {
  const changedEnv = Object.entries({ ...env, ...changed }).filter(
    ([, value]) => value !== undefined,
  );
  const { code, stderr } = await run(
    [process.execPath, "dist/src/main.js", word],
    Object.fromEntries(changedEnv) as Record<string, string>,
  );
  return { code, line: stderr.trim() };
};

const ask = async (query: string, variables: object, token?: string) => {
  const response = await fetch(`${env.PUBLIC_URL}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- assertions read answers freely
  return ((await response.json()) as { data: any }).data;
};

let links: string[];

test("the master key, the tables, and the links of the first two operators", async () => {
  expect(await shown("npm run keys -- new-version")).toMatchObject({ code: 0 });
  const migrated = await shown("node dist/src/main.js migrate", {
    more: { DATABASE_OWNER_URL: ownerUrl },
  });
  expect(migrated).toMatchObject({ code: 0, stderr: "" });
  expect(migrated.stdout).toMatch(/The database is ready\n$/);
  expect(migrated.stdout).not.toContain("story world");

  const command = "npm run --silent operators:first -- ada@example.com grace@example.com";
  const first = await shown(command, { more: { DATABASE_OWNER_URL: ownerUrl } });
  const second = await shown(command, { more: { DATABASE_OWNER_URL: ownerUrl } });
  expect([first.stderr, second.stderr]).toEqual(["", ""]);
  links = second.stdout
    .trim()
    .split("\n")
    .map((line) => line.split("  ")[1]!);
  expect(links).toHaveLength(2);
  expect(first.stdout).not.toContain(links[0]);
}, 60_000);

test("it serves, both accept by the page of their link, and sign in with a second factor", async () => {
  api = await startServing(env);
  for (const [n, address] of ["ada@example.com", "grace@example.com"].entries()) {
    const link = links[n]!;
    const page = await fetch(link);
    expect(page.headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*form-action 'self'/,
    );
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
    const post = (password: string, origin = env.PUBLIC_URL!) =>
      fetch(link.split("?")[0]!, {
        method: "POST",
        headers: { origin },
        body: new URLSearchParams({ token, password }),
      });
    expect((await post("short")).status).toBe(422);
    expect((await post(`four words for ${address}`, "https://elsewhere.example")).status).toBe(403);
    expect((await post(`four words for ${address}`)).status).toBe(200);
    expect((await post(`four words for ${address}`)).status).toBe(422);

    const signIn = await ask(
      "mutation ($input: SignInInput!) { signIn(input: $input) { challenge { token step secret } session { accessToken } } }",
      { input: { emailAddress: address, password: `four words for ${address}` } },
    );
    const { challenge } = signIn.signIn;
    expect(challenge.step).toBe("SET_UP_SECOND_FACTOR");
    const code = currentCode(Buffer.from(Secret.fromBase32(challenge.secret).bytes));
    const done = await ask(
      "mutation ($input: SignInConfirmInput!) { signInConfirm(input: $input) { session { accessToken } recoveryCodes } }",
      { input: { challenge: challenge.token, code } },
    );
    const { session, recoveryCodes } = done.signInConfirm;
    expect(recoveryCodes).toHaveLength(10);
    const { viewer } = await ask("{ viewer { audience } }", {}, session.accessToken);
    expect(viewer.audience).toBe("OPERATOR");
  }
}, 60_000);

test("with two operators there, no first one is made", async () => {
  const again = await shown(
    "npm run --silent operators:first -- ada@example.com grace@example.com",
    {
      more: { DATABASE_OWNER_URL: ownerUrl },
    },
  );
  expect([again.code, again.stderr]).toEqual([
    1,
    "This database has two operators already. Ask an operator to invite you.\n",
  ]);
});

test("where one operator is left, whoever owns the database invites the second", async () => {
  const invite = async (...addresses: string[]) => {
    const words = ["npm", "run", "--silent", "operators:first", "--", ...addresses];
    const { code, stdout, stderr } = await run(words, { ...env, DATABASE_OWNER_URL: ownerUrl });
    return code === 0 ? stdout.trim() : stderr.trim();
  };
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("set role owner");
  await owner.query(
    `update staff_roles set ended_at = now(), ended_by = null
     where staff_id = (select id from staff where email_address = 'grace@example.com')`,
  );
  const both = await invite("ada@example.com", "hedy@example.com");
  const known = await invite("grace@example.com");
  const second = await invite("hedy@example.com");
  await owner.query("update staff_roles set ended_at = null");
  await owner.end();
  expect(both).toBe("This database has one operator. Give one address, for the second.");
  expect(known).toBe("grace@example.com belongs to one of your own people. Give another.");
  expect(second).toMatch(/^hedy@example.com {2}http\S+\/invitation\?token=\S+$/);
});

test("there is no story world and no token of its people", async () => {
  const token = await run(["npm", "run", "--silent", "token", "--", "--as", "support"], env);
  expect([token.code, token.stdout]).toEqual([1, ""]);
  expect(token.stderr).toMatch(/^Story-world tokens exist in development mode only/);
});

describe("it refuses to start, with one line that says why,", () => {
  test.each([
    ["without a master key", { MASTER_KEY_FILE: undefined }, /^MASTER_KEY_FILE is not set/],
    ["without a public address", { PUBLIC_URL: undefined }, /^PUBLIC_URL is not set/],
    [
      "under an address in the clear",
      { PUBLIC_URL: "http://office.example.com" },
      /^PUBLIC_URL starts with http:/,
    ],
  ])("%s", async (_, changed, line) => {
    const refused = await refusal("api", { ...changed, PORT: "0" });
    expect(refused.code).toBe(1);
    expect(refused.line).toMatch(line);
    expect(refused.line.split("\n")).toHaveLength(1);
  });

  test("with a secret that is too short", async () => {
    const short = join(folder, "short.key");
    writeFileSync(short, "1 c2hvcnQ=\n", { mode: 0o600 });
    const refused = await refusal("api", { MASTER_KEY_FILE: short, PORT: "0" });
    expect([refused.code, refused.line.split("\n").length]).toEqual([1, 1]);
    expect(refused.line).toContain("short.key");
  });

  test("with the owner's secret in a process that serves", async () => {
    const refused = await refusal("api", { DATABASE_OWNER_URL: ownerUrl, PORT: "0" });
    expect(refused.line).toMatch(/^DATABASE_OWNER_URL is set for a process that serves/);
  });

  test("with a superuser as owner", async () => {
    const url = new URL(cluster.superuserUrl);
    url.pathname = "/back_office";
    const refused = await refusal("migrate", { DATABASE_OWNER_URL: url.href });
    expect(refused.line).toMatch(/be no superuser/);
  });

  test("on a database that is ahead", async () => {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query("set role owner");
    await client.query(
      "insert into migrations (timestamp, name) values (9999, 'from-tomorrow-0000000009999')",
    );
    try {
      expect((await refusal("api", { PORT: "0" })).line).toMatch(/is ahead of this program/);
    } finally {
      await client.query("delete from migrations where timestamp = 9999");
      await client.end();
    }
  });
});
