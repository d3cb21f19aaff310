// `npm run check:walls`: both walls compared, as a table. Exits 1 where they differ.
import { mergeFragments } from "../../src/access/fragment";
import { accessMatrix } from "../../src/access/matrix";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { ownCluster } from "../drills/own-cluster";
import { compareWalls } from "./compare";

async function main(): Promise<void> {
  const schema = buildFullSchema();
  const matrix = accessMatrix(schema, mergeFragments(accessFragments, schema));
  const cluster = await ownCluster();
  const compared = await compareWalls(await cluster.superuser(), matrix);
  await cluster.close();
  console.log(`Fields of records × audiences compared with grants: ${compared.fields}`);
  console.log("Fields made of other columns:");
  for (const line of compared.madeOf) console.log(`  ${line}`);
  console.log(`Fields without a column: ${compared.withoutColumn.length}`, compared.withoutColumn);
  console.log(`Differences: ${compared.differences.length}`);
  console.table(compared.differences);
  process.exitCode = compared.differences.length + compared.withoutColumn.length > 0 ? 1 : 0;
}

void main();
