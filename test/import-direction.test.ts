// Imports run one way: main → server, worker → resolver → verb → entity → kernel. The kernel knows no feature, and a
// feature uses another's verbs or entities, never its resolver or its doors.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const SOURCE = resolve(__dirname, "../src");
const KERNEL = [
  "keys",
  "errors",
  "database",
  "graphql",
  "viewer",
  "access",
  "lawfulness",
  "audit",
  "jobs",
  "mail",
  "http",
  "limits",
  "files",
  "seeing",
];
/** The lists of what all features bring along, and the queries of the kernel's own nouns. */
const COLLECTORS = [
  "graphql/features.ts",
  "graphql/schema.ts",
  "graphql/print.ts",
  "jobs/tasks.ts",
  "jobs/schedules.ts",
  "database/migrate.ts",
];

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.tsx?$/.test(name),
);
const importsOf = (file: string) =>
  [...readFileSync(join(SOURCE, file), "utf8").matchAll(/from "(\.[^"]+)"/g)]
    .map(([, path]) => relative(SOURCE, resolve(SOURCE, dirname(file), path!)))
    .filter((path) => !path.startsWith(".."));
const folderOf = (path: string) => (path.includes("/") ? path.split("/")[0]! : "");
const arrows = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

test("the folders of this check are read", () => {
  expect(files.length).toBeGreaterThan(80);
  expect(arrows.length).toBeGreaterThan(300);
});

test("the kernel imports no feature", () => {
  const wrong = arrows.filter(
    ({ file, target }) =>
      KERNEL.includes(folderOf(file)) &&
      !COLLECTORS.includes(file) &&
      folderOf(target) !== "" &&
      !KERNEL.includes(folderOf(target)),
  );
  expect(wrong).toEqual([]);
});

test("nobody imports another folder's resolver or doors, but the list of features", () => {
  const wrong = arrows.filter(
    ({ file, target }) =>
      /(\.resolver|\/access)$/.test(target) &&
      folderOf(file) !== folderOf(target) &&
      !COLLECTORS.includes(file),
  );
  expect(wrong).toEqual([]);
});

test("only the composition root imports server and worker", () => {
  const wrong = arrows.filter(
    ({ file, target }) => /^(server|worker)$/.test(target) && !/^main/.test(file),
  );
  expect(wrong).toEqual([]);
});
