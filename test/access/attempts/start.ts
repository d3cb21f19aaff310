// Verdicts that are missing, misplaced or misspelt, and a database that isn't safe: there is no start, and it is said why.
import { Pool } from "pg";
import { allPools } from "../../../src/database/database";
import { checkDatabase } from "../../../src/database/start-up-checks";
import { faults, FAULTY_TREES } from "../faulty-trees";
import type { Attempt, AttemptClass } from "./attempt";

const said = (error: unknown) => (error as Error).message;

export const starting: AttemptClass = {
  title: "Starting with a hole in a wall",
  attempts: ({ database, config }) => [
    ...FAULTY_TREES.map(([name, tree, schema, expected]): Attempt => ({
      ...{ name, expected: expected.join(" "), asksTheDatabase: false },
      try: () => faults([tree], schema).join(" "),
    })),
    {
      name: "a superuser's login",
      expected: "refused",
      asksTheDatabase: true,
      async try() {
        const { host, port, user, password } = database;
        const more = { database: config.database.database, max: 1 };
        const pool = new Pool({ host, port, user, password: String(password ?? ""), ...more });
        const end = await checkDatabase({ login_staff: pool }).then(() => "started", said);
        await pool.end();
        return end.includes("login_staff is a superuser") ? "refused" : end;
      },
    },
    {
      name: "a table that nobody walled",
      expected: "refused, and it is named",
      asksTheDatabase: true,
      async try() {
        await database.query("create table open_house (id uuid)");
        const end = await checkDatabase(allPools()).then(() => "started", said);
        await database.query("drop table open_house");
        return end.includes("open_house") ? "refused, and it is named" : end;
      },
    },
  ],
};
