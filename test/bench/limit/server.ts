// The limit that the others are measured against: bare HTTP, prepared statements, rows as they come, JSON by hand.
// Nobody is asked who they are, nothing is guarded and nothing entered.
import { createServer, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { Pool, type QueryArrayConfig } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { SUBSCRIBERS_AS_CSV } from "./subscribers-as-csv";

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

type Value = string | number | boolean | null;
const named = (name: string, text: string): QueryArrayConfig => ({ name, text, rowMode: "array" });
const run = async (query: QueryArrayConfig, values: unknown[] = []): Promise<Value[][]> =>
  (await pool.query<Value[]>({ ...query, values })).rows;

const quoted = JSON.stringify;
/** Identifiers, enum values, numbers: nothing in them has to be escaped. */
const plain = (value: Value | undefined) => `"${String(value)}"`;

const instant = (value: Value | undefined) =>
  `"${String(value).replace(" ", "T").replace("+00", "Z")}"`;

const CUSTOMERS = `select id, name, country, state from customers
  where state = 'ACTIVE' order by name, id limit 50`;
const customers = named("customers", CUSTOMERS);
const counts = named(
  "counts",
  `select customer_id, count(*)::int from platform_users
    where customer_id in (select id from (${CUSTOMERS}) c) group by 1`,
);
const administrators = named(
  "administrators",
  `select c.id, u.id, u.name, u.email_masked from (${CUSTOMERS}) c cross join lateral (
    select id, name, email_masked from platform_users
    where customer_id = c.id and role = 'ACCOUNT_ADMINISTRATOR' order by name, id limit 2) u`,
);
const activities = named(
  "activities",
  `select c.id, a.id, a.kind, a.occurred_at::text
    from (${CUSTOMERS}) c cross join lateral (
    select id, kind, occurred_at from activities
    where customer_id = c.id order by occurred_at desc, id desc limit 5) a`,
);

async function dashboard(): Promise<string> {
  const [list, counted, run1, done] = await Promise.all(
    [customers, counts, administrators, activities].map((query) => run(query)),
  );
  const countOf = new Map(counted!.map(([id, n]) => [id, n]));
  const admins = joined(
    run1!,
    ([, id, name, masked]) =>
      `{"id":${plain(id)},"name":${quoted(name)},"emailAddressMasked":${quoted(masked)}}`,
  );
  const acts = joined(
    done!,
    ([, id, kind, at]) => `{"id":${plain(id)},"kind":${plain(kind)},"occurredAt":${instant(at)}}`,
  );
  const nodes = list!.map(([id, name, country, state]) => {
    const own = `"id":${plain(id)},"name":${quoted(name)},"country":${plain(country)},"state":${plain(state)}`;
    const users = `"platformUserCount":${String(countOf.get(id) ?? 0)},"platformUsers":{"nodes":[${admins.get(id!) ?? ""}]}`;
    return `{${own},${users},"activities":{"nodes":[${acts.get(id!) ?? ""}]}}`;
  });
  return `{"data":{"customers":{"nodes":[${nodes.join(",")}]}}}`;
}

function joined(rows: Value[][], write: (row: Value[]) => string): Map<Value, string> {
  const texts = new Map<Value, string>();
  for (const row of rows) {
    const before = texts.get(row[0]!);
    texts.set(row[0]!, before === undefined ? write(row) : `${before},${write(row)}`);
  }
  return texts;
}

const user = named(
  "user",
  `select u.id, u.name, u.role, u.state, u.email_masked,
      u.created_at::text, c.id, c.name, c.country, c.state
    from platform_users u join customers c on c.id = u.customer_id where u.id = $1`,
);

async function userWithCustomer(id: string): Promise<string> {
  const [row] = await run(user, [id]);
  if (!row) return '{"data":{"platformUser":null}}';
  const [userId, name, role, state, masked, at, customerId, customer, country, customerState] = row;
  const own = `"id":${plain(userId)},"name":${quoted(name)},"role":${plain(role)},"state":${plain(state)}`;
  const more = `"emailAddressMasked":${quoted(masked)},"createdAt":${instant(at)}`;
  const of = `{"id":${plain(customerId)},"name":${quoted(customer)},"country":${plain(country)},"state":${plain(customerState)}}`;
  return `{"data":{"platformUser":{${own},${more},"customer":${of}}}}`;
}

const changes = named(
  "changes",
  `select f.change_number, f.subject_kind, f.subject_id, coalesce(p.name, s.name), p.company_name,
      coalesce(p.email_address, s.email_address), coalesce(p.may_email, s.may_email)
    from (select * from feed where change_number > $1 order by change_number limit 1001) f
    left join prospects p on f.subject_kind = 'PROSPECT' and p.id = f.subject_id
      and (p.purposes & 8) <> 0 and p.purposes_valid_until > statement_timestamp()
    left join subscribers s on f.subject_kind = 'SUBSCRIBER' and s.id = f.subject_id
      and (s.purposes & 16) <> 0 and s.purposes_valid_until > statement_timestamp()
    order by f.change_number`,
);

async function changesSince(number: string): Promise<string> {
  const rows = await run(changes, [number]);
  const nodes = rows.slice(0, 1000).map(([at, kind, id, name, company, address, mayEmail]) => {
    const contact =
      address === null
        ? "null"
        : `{"name":${quoted(name)},"companyName":${quoted(company)},"emailAddress":${quoted(address)},"mayEmail":${String(mayEmail)}}`;
    return `{"changeNumber":${String(at)},"kind":${plain(kind)},"id":${plain(id)},"contact":${contact}}`;
  });
  return `{"data":{"contactChanges":{"nodes":[${nodes.join(",")}],"pageInfo":{"hasNextPage":${rows.length > 1000}}}}}`;
}

async function sendFile(response: ServerResponse): Promise<void> {
  const client = await pool.connect();
  try {
    response.writeHead(200, { "content-type": "text/csv" });
    await pipeline(client.query(copyTo(SUBSCRIBERS_AS_CSV)), response);
  } finally {
    client.release();
  }
}

function send(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length });
  response.end(bytes);
}

const server = createServer((request, response) => {
  const [, what = "", which = ""] = (request.url ?? "").split("/");
  if (what === "W4") return void sendFile(response).catch(() => response.destroy());
  const answer =
    what === "W1" ? dashboard() : what === "W2" ? userWithCustomer(which) : changesSince(which);
  answer.then(
    (body) => send(response, body),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.once("disconnect", () => process.exit(0));
