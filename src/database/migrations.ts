// The files of migrations/ as the classes that TypeORM runs. `0004-customers.up.sql` is kept in the database
// under the name `customers-0000000000004`: TypeORM reads the last 13 characters as the order.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { PROJECT_ROOT } from "../project-root";

export type Migration = {
  number: number;
  title: string;
  storedName: string;
  up: string;
  down: string;
};

const FOLDER = join(PROJECT_ROOT, "migrations");
const FILE = /^(\d{4})-([a-z0-9-]+)\.up\.sql$/;

/** In the order in which they run. */
export function readMigrations(): Migration[] {
  const migrations = readdirSync(FOLDER).sort().flatMap(migrationIn);
  migrations.forEach(({ number }, index) => {
    const before = migrations[index - 1]?.number ?? 0;
    if (number <= before) throw new Error(`migrations/: two migrations have the number ${number}.`);
  });
  return migrations;
}

function migrationIn(fileName: string): Migration[] {
  const [, digits, title] = FILE.exec(fileName) ?? [];
  if (!digits || !title) return [];
  const text = (direction: string) =>
    readFileSync(join(FOLDER, `${digits}-${title}.${direction}.sql`), "utf8");
  return [
    {
      number: Number(digits),
      title: `${digits}-${title}`,
      storedName: `${title}-${digits.padStart(13, "0")}`,
      up: text("up"),
      down: text("down"),
    },
  ];
}

export const migrationClass = ({ storedName, up, down }: Migration) =>
  class implements MigrationInterface {
    name = storedName;
    up = async (runner: QueryRunner) => void (await runner.query(up));
    down = async (runner: QueryRunner) => void (await runner.query(down));
  };
