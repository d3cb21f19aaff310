// What is printed from the program, and committed: the schema, that of each audience, who sees what, the record of
// processing, the configuration and the errors. A page that is written by hand can't be wrong about them for long.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { type Fragment, mergeFragments } from "../access/fragment";
import { accessMarkdown } from "../access/matrix";
import { configurationTable } from "../config";
import { errorsMarkdown } from "../errors/page";
import { processingMarkdown } from "../lawfulness/processing-record";
import { describedSchemas } from "./describe";

const AUDIENCES_FOLDER = "schema/audiences";

/** Path from the project's root, and text, of all generated files. */
export async function generatedFiles(
  fullSchema: GraphQLSchema,
  fragments: readonly Fragment[],
): Promise<Map<string, string>> {
  const access = mergeFragments(fragments, fullSchema);
  const { full, audiences } = describedSchemas(fullSchema, access);
  const files = new Map([["schema/schema.graphql", sdlOf(full)]]);
  for (const [audience, schema] of audiences)
    files.set(`${AUDIENCES_FOLDER}/${kebab(audience)}.graphql`, sdlOf(schema));
  const pages = {
    "schema/access.md": accessMarkdown(fullSchema, access),
    "schema/processing.md": processingMarkdown(),
    "docs/operators/configuration.md": configurationPage(),
    "docs/integrators/errors.md": errorsMarkdown(),
  };
  const { format } = await import("prettier");
  for (const [path, text] of Object.entries(pages))
    files.set(path, await format(text, { parser: "markdown", printWidth: 100 }));
  return files;
}

/** The generated files of `root` that are missing, differ, or belong to no audience. */
export function outOfStep(root: string, files: ReadonlyMap<string, string>): string[] {
  const differing = [...files].filter(([path, text]) => readIfThere(join(root, path)) !== text);
  return [...differing.map(([path]) => path), ...leftOver(root, files)];
}

export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const path of leftOver(root, files)) rmSync(join(root, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const leftOver = (root: string, files: ReadonlyMap<string, string>): string[] =>
  existsSync(join(root, AUDIENCES_FOLDER))
    ? readdirSync(join(root, AUDIENCES_FOLDER))
        .map((name) => `${AUDIENCES_FOLDER}/${name}`)
        .filter((path) => !files.has(path))
    : [];

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** graphql-js indents the empty lines of a description too. */
const sdlOf = (schema: GraphQLSchema) =>
  `${printSchema(lexicographicSortSchema(schema)).replaceAll(/ +$/gm, "")}\n`;

const kebab = (audience: string) => audience.toLowerCase().replaceAll("_", "-");

const configurationPage = () =>
  [
    "# Configuration",
    "",
    "Everything is set by environment variables, read once at the start. An empty variable counts as unset.",
    "",
    configurationTable(),
  ].join("\n");
