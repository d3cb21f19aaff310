// Traces as a collector gets them from the program itself, run as it is installed, with metrics beside; and no trace of
// either where they are off.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { STORY_STAFF } from "../../seeds/story-people";
import { freePort } from "../../src/database/embedded-address";
import { PROJECT_ROOT } from "../../src/project-root";
import { HARBOUR } from "../platform-users/people";
import { type ApiElsewhere, apiElsewhere } from "../setup/api-elsewhere";
import { type Serving, startServing } from "../setup/serving";
import { createWorld, type World } from "../setup/world";
import { eventually, scrape } from "./exposition";
import { type Receiver, receiveTraces, type Span } from "./otlp-receiver";

let world: World;
let receiver: Receiver;
let serving: Serving[] = [];
let api: ApiElsewhere;
let metricsPort: number;

beforeAll(async () => {
  world = await createWorld();
  receiver = await receiveTraces();
  const env = await environment();
  metricsPort = await freePort();
  const METRICS_PORT = String(metricsPort);
  serving = [
    await startServing({ ...env, ...tracing(), METRICS_PORT }),
    await startServing({ ...env, ...tracing(), METRICS_PORT }, "worker"),
  ];
  api = await apiElsewhere(env.ADDRESS!, world.config);
}, 60_000);
afterAll(async () => {
  await Promise.all(serving.map((each) => each.end()));
  await receiver.stop();
  await world.drop();
}, 60_000);

const tracing = () => ({
  ...{ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.address, OTEL_BSP_SCHEDULE_DELAY: "100" },
  ...{ OTEL_SERVICE_NAME: "office-of-a-test", TRUSTED_PROXIES: "127.0.0.1" },
});

async function environment(): Promise<Record<string, string>> {
  const { config } = world;
  const port = await freePort();
  const passwords = join(config.dataDir, "login-passwords.json");
  writeFileSync(passwords, JSON.stringify(config.loginPasswords), { mode: 0o600 });
  const { host, port: databasePort, database } = config.database;
  return {
    ...(process.env as Record<string, string>),
    PORT: String(port),
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    DATABASE_URL: `postgresql://${host}:${databasePort}/${database}`,
    LOGIN_PASSWORDS_FILE: passwords,
    LOG_LEVEL: "silent",
    ADDRESS: `http://127.0.0.1:${port}`,
  };
}

const spansNamed = (name: string, count = 1) =>
  eventually(
    async () => receiver.spans.filter((span) => span.name === name),
    (found) => found.length >= count,
  );
const childrenOf = (span: Span) =>
  receiver.spans.filter(({ parentSpanId }) => parentSpanId === span.spanId);

test("an operation is a span with its name, audience, lane and outcome, and one below it for each round trip", async () => {
  const query = `query Traced($id: ID!) { platformUser(id: $id) { name customer { name } } }`;
  const { text } = await api.as("support")(query, { id: HARBOUR.user.id });
  expect(text).toContain(HARBOUR.user.name);
  const [span] = await spansNamed("Traced");
  expect(span).toMatchObject({
    isError: false,
    parentSpanId: "",
    attributes: {
      "graphql.operation.name": "Traced",
      "back_office.audience": "SUPPORT",
      "back_office.lane": "executor",
      "back_office.outcome": "OK",
      "back_office.round_trips": 1,
    },
  });
  const [trip, ...more] = childrenOf(span!);
  expect(more).toEqual([]);
  expect(trip).toMatchObject({
    ...{ name: "round trip", traceId: span!.traceId },
    attributes: { "back_office.role": "audience_support", "back_office.statements": 2 },
  });
  expect(trip!.milliseconds).toBeGreaterThan(0);
  expect(trip!.milliseconds).toBeLessThan(span!.milliseconds);
});

test("what fails is marked as that", async () => {
  await api.as("support")('query Cursor { customers(after: "none") { nodes { id } } }');
  const [span] = await spansNamed("Cursor");
  expect(span).toMatchObject({
    isError: true,
    attributes: { "back_office.outcome": "BAD_USER_INPUT" },
  });
});

test("a run of a job is a span", async () => {
  const [span] = await spansNamed("job compute_figures");
  expect(span).toMatchObject({
    attributes: { "back_office.task": "compute_figures", "back_office.outcome": "DONE" },
  });
});

const traceId = "0af7651916cd43dd8448eb211c80319c";
const askWithin = (address: string, name: string, traceparent: string) =>
  fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", traceparent },
    body: JSON.stringify({ query: `query ${name} { __typename }` }),
  });

test("a proxy that is trusted says what an operation is part of", async () => {
  const ask = askWithin.bind(null, api.address);
  await ask("Within", `00-${traceId}-b7ad6b7169203331-01`);
  await ask("Garbled", `00-${traceId}-${"0".repeat(16)}-01`);
  const [within] = await spansNamed("Within");
  expect(within).toMatchObject({ traceId, parentSpanId: "b7ad6b7169203331" });
  const [garbled] = await spansNamed("Garbled");
  expect(garbled?.parentSpanId).toBe("");
  expect(garbled?.traceId).not.toBe(traceId);
});

test("whoever isn't such a proxy says nothing about it", async () => {
  const env = await environment();
  const other = await startServing({ ...env, ...tracing(), TRUSTED_PROXIES: "192.0.2.0/24" });
  try {
    await askWithin(env.ADDRESS!, "Elsewhere", `00-${traceId}-b7ad6b7169203331-01`);
  } finally {
    await other.end(); // and what was not sent yet is sent
  }
  const [span] = await spansNamed("Elsewhere");
  expect(span?.parentSpanId).toBe("");
  expect(span?.traceId).not.toBe(traceId);
});

test("no person, customer, id of one, address or text of a statement is in all that is sent", async () => {
  const address = "planted.person@planted.example.com";
  await api.as("privacy")(
    `query Search($address: String!) { personSearch(emailAddress: $address) { id } }`,
    { address },
  );
  await spansNamed("Search");
  const text = receiver.bytes().toString("latin1");
  expect(text).toContain("office-of-a-test");
  for (const word of ["planted", HARBOUR.user.name, HARBOUR.name, STORY_STAFF[0].name, "select "])
    expect(text).not.toContain(word);
  for (const id of [HARBOUR.user.id, HARBOUR.id, STORY_STAFF[0].id]) expect(text).not.toContain(id);
  expect(text).not.toMatch(/127\.0\.0\.1|host\.name|process\.command/);
});

test("the metrics of both processes stand on two ports, one beside the other", async () => {
  for (const [place, name] of ["api", "worker"].entries()) {
    const { text } = await scrape(`http://127.0.0.1:${metricsPort + place}`);
    expect(text).toContain(`process="${name}"`);
  }
});

test("where nobody asks for traces or metrics, nothing of them is loaded", () => {
  const script = `require("reflect-metadata"); require("./dist/src/server.js"); require("./dist/src/worker.js");
    require("./dist/src/seeing/see.js");
    console.log(Object.keys(require.cache).filter((path) => /opentelemetry|prom-client/.test(path)).length)`;
  const loaded = execFileSync(process.execPath, ["-e", script], { cwd: PROJECT_ROOT });
  expect(loaded.toString().trim()).toBe("0");
});
