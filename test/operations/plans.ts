// No statement of an operation walks through a table that grows: PostgreSQL is asked for the plan of each, under the role and
// with the settings that the program enters, and with its real parameters.
//
// Sequential scans are left to the planner, on as many rows as it takes for an index to be cheaper wherever one fits. With
// `enable_seqscan = off` the question would be whether there is any other way at all; but then the whole of an index that
// has nothing to do with the condition counts as one, and what is asked here is what installations will do. So a table
// with too few rows to tell is a fault too.
import type { Client } from "pg";
import type { Named } from "../../src/database/pipeline";
import { OWN_SCHEMAS, PARTITIONS_SCHEMA } from "../../src/database/schemas";
import { isGrowing } from "./growing-tables";
import { isForAnotherPurpose, isStatement, type Trip } from "./trips";

export type Plan = { text: string; cost: number; milliseconds: number; faults: string[] };

/** Below it the planner rightly reads a whole table. */
const ROWS_TO_TELL = 1_000;
/** For a page of what is asked: more of one table is a walk along an index that doesn't fit. Counts run along an index alone. */
const ROWS_READ_MAXIMUM = 500;

/**
 * Plans each statement and runs it, one after another in one transaction that is rolled back. The client is a superuser's,
 * who may enter each role in turn; once entered, nothing of the superuser is left.
 */
export async function plansOf(database: Client, trips: readonly Trip[]): Promise<Plan[]> {
  const catalogue = await catalogueOf(database);
  const plans: Plan[] = [];
  await database.query("begin");
  try {
    for (const { statements, entered } of trips) {
      if (entered) await database.query(entered.text, entered.values);
      await database.query("set local statement_timeout = 0");
      for (const each of statements) {
        if (isForAnotherPurpose(each)) await database.query(each.text, each.values);
        if (isStatement(each)) plans.push(await planOf(database, each, catalogue));
      }
    }
  } finally {
    await database.query("rollback");
  }
  return plans;
}

async function planOf(
  database: Client,
  { text, values }: Named,
  catalogue: Catalogue,
): Promise<Plan> {
  const before = await walksSoFar(database);
  const { rows } = await database.query<{ "QUERY PLAN": [Explained] }>(
    `explain (analyze, timing off, format json) ${text}`,
    values,
  );
  const [explained] = rows[0]!["QUERY PLAN"];
  const walked = difference(await walksSoFar(database), before);
  return {
    text,
    cost: explained.Plan["Total Cost"],
    milliseconds: explained["Execution Time"],
    faults: faultsIn(explained.Plan, walked, catalogue),
  };
}

type Node = {
  "Node Type": string;
  "Total Cost": number;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Heap Fetches"?: number;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Node[];
};
type Explained = { Plan: Node; "Execution Time": number };
type Catalogue = {
  /** Rows of each table, its partitions' among them. */
  sizes: ReadonlyMap<string, number>;
  /** Partitions by name: whose each is, and how many rows it has itself. */
  partitions: ReadonlyMap<string, { table: string; rows: number }>;
  /** The table of each index, and the column that it begins with. */
  indexes: ReadonlyMap<string, { table: string; first: string }>;
};

function faultsIn(plan: Node, walked: readonly string[], catalogue: Catalogue): string[] {
  const { sizes } = catalogue;
  const scans = nodesOf(plan)
    .filter(({ "Node Type": type }) => type.endsWith("Scan"))
    .flatMap((scan) => scanOfTable(scan, catalogue));
  const tables = new Set([...scans.map((scan) => scan["Relation Name"]!), ...walked]);
  const passed = nodesOf(plan).flatMap((scan) => indexWalkedBy(scan, catalogue));
  const walks = [...tables].flatMap((table) => {
    const ofTable = scans.filter((scan) => scan["Relation Name"] === table);
    const rows = sizes.get(table) ?? 0;
    if (rows < ROWS_TO_TELL) return [`${table} has ${rows} rows here, too few to tell`];
    if (ofTable.some((scan) => scan["Node Type"] === "Seq Scan")) return [`walks through ${table}`];
    if (walked.includes(table)) return [`calls what walks through ${table}`];
    const isFarther = ofTable.some((scan) => rowsReadBy(scan) > ROWS_READ_MAXIMUM);
    return isFarther ? [`reads many rows of ${table}`] : [];
  });
  return [...walks, ...passed];
}

/** A scan of a partition is one of its table; a partition with few rows is rightly read whole. */
function scanOfTable(scan: Node, { partitions }: Catalogue): Node[] {
  const name = scan["Relation Name"];
  const part = partitions.get(name ?? "");
  const table = part?.table ?? name;
  if (!table || !isGrowing(table)) return [];
  const isWhole = scan["Node Type"] === "Seq Scan" && part && part.rows < ROWS_TO_TELL;
  return isWhole ? [] : [{ ...scan, "Relation Name": table }];
}

/** An index that begins with something else than what is asked: all of it is passed, or each of its beginnings. */
function indexWalkedBy(
  { "Index Name": name = "", "Index Cond": condition }: Node,
  { indexes, partitions }: Catalogue,
): string[] {
  const index = indexes.get(name);
  if (!index || condition === undefined || !isGrowing(index.table)) return [];
  if ((partitions.get(index.table)?.rows ?? ROWS_TO_TELL) < ROWS_TO_TELL) return [];
  return new RegExp(`\\b${index.first}\\b`).test(condition) ? [] : [`passes all of ${name}`];
}

/** From the table itself, wanted or not. */
function rowsReadBy(scan: Node): number {
  if (scan["Node Type"] === "Index Only Scan") return scan["Heap Fetches"] ?? 0;
  const left = (scan["Rows Removed by Filter"] ?? 0) + (scan["Rows Removed by Index Recheck"] ?? 0);
  return Math.round((scan["Actual Rows"] + left) * scan["Actual Loops"]);
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** What is hidden in functions, triggers and policies shows in how often each table was walked through. */
async function walksSoFar(database: Client): Promise<Map<string, number>> {
  const { rows } = await database.query<{ name: string; scans: string }>(
    `select c.relname as name, pg_catalog.pg_stat_get_xact_numscans(c.oid) as scans
     from pg_catalog.pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text = any ($1)`,
    [OWN_SCHEMAS],
  );
  return new Map(rows.map(({ name, scans }) => [name, Number(scans)]));
}

const difference = (after: Map<string, number>, before: Map<string, number>): string[] =>
  [...after].flatMap(([table, scans]) =>
    isGrowing(table) && scans > (before.get(table) ?? 0) ? [table] : [],
  );

async function catalogueOf(database: Client): Promise<Catalogue> {
  const { rows: tables } = await database.query<{ name: string; rows: number }>(
    `select relname as name, greatest(reltuples, 0)::integer as rows from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text = any ($1)`,
    [OWN_SCHEMAS],
  );
  const { rows: parts } = await database.query<{ name: string; table: string; rows: number }>(
    `select c.relname as name, p.relname as table, greatest(c.reltuples, 0)::integer as rows
     from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
     where c.relkind = 'r'`,
  );
  const sizes = new Map(tables.map(({ name, rows }) => [name, rows]));
  for (const { table, rows } of parts) sizes.set(table, (sizes.get(table) ?? 0) + rows);
  const { rows: indexes } = await database.query<{ name: string; table: string; first: string }>(
    `select c.relname as name, t.relname as table, pg_get_indexdef(i.indexrelid, 1, true) as first
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relnamespace::regnamespace::text = any ($1)`,
    [[...OWN_SCHEMAS, PARTITIONS_SCHEMA]],
  );
  return {
    sizes,
    partitions: new Map(parts.map(({ name, ...part }) => [name, part])),
    indexes: new Map(indexes.map(({ name, ...index }) => [name, index])),
  };
}

/** What is wrong with them, each once. */
export const faultsOf = (plans: readonly Plan[]): string[] =>
  [...new Set(plans.flatMap(({ faults }) => faults))].sort();
