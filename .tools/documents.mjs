// Each `name.graphql` beside a screen becomes `name.documents.ts`: its operations as typed documents, with the audiences
// whose schema answers them. What no audience may ask, or what a portal asks and only staff may, ends it.
//   node .tools/documents.mjs          writes them
//   node .tools/documents.mjs --check  says which are not as they would be written
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import {
  buildASTSchema,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
  visit,
} from "graphql";
import { format, resolveConfig } from "prettier";

const root = join("src", "console");
const isCheck = process.argv.includes("--check");
const customersSide = ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"];
const staffSide = ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR"];
const screensOfPortal = join(root, "portal");

/** Without descriptions: they would stand in every file again. */
const schemaOf = async (path) =>
  buildASTSchema(
    visit(parse(await readFile(join("schema", path), "utf8")), {
      enter: ({ description, ...node }) => (description ? node : undefined),
    }),
  );
const nameOf = (audience) => audience.toLowerCase().replaceAll("_", "-");
const full = await schemaOf("schema.graphql");
const audiences = new Map();
for (const audience of [...staffSide, ...customersSide, "PUBLIC"]) {
  audiences.set(audience, await schemaOf(`audiences/${nameOf(audience)}.graphql`));
}

const entries = await readdir(root, { withFileTypes: true, recursive: true });
const inFolders = (ending) =>
  entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const sources = inFolders(".graphql");
const targetOf = (source) => source.replace(/\.graphql$/, ".documents.ts");
const prettier = await resolveConfig(join(root, "x.ts"));
const faults = [];

for (const source of sources) {
  const written = await write(source);
  const target = targetOf(source);
  if ((await readFile(target, "utf8").catch(() => "")) === written) continue;
  if (isCheck) faults.push(`${target} is not as it would be written.`);
  else await writeFile(target, written);
}
for (const target of inFolders(".documents.ts")) {
  if (sources.some((source) => targetOf(source) === target)) continue;
  if (isCheck) faults.push(`${target} has no source any more.`);
  else await rm(target);
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
}

async function write(source) {
  const document = parse(await readFile(source, "utf8"));
  const types = await codegen({
    filename: targetOf(source),
    schema: { kind: Kind.DOCUMENT, definitions: [] },
    schemaAst: full,
    documents: [{ location: source, document }],
    plugins: [{ operations: {} }],
    pluginMap: { operations },
    config: {
      skipTypename: true,
      enumType: "string-literal",
      scalars: { DateTime: "string", Date: "string", ID: "string" },
    },
  });
  const named = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const documents = named.map((operation) => documentOf(source, document, operation));
  const text = `// Written by .tools/documents.mjs from ${basename(source)}: change that.
import { documentOf } from "${"../".repeat(source.split("/").length - 3) || "./"}api/document";

${types.replace(/^\/\*\* Internal.*$/gm, "")}
${documents.join("\n")}`;
  return format(text, { ...prettier, parser: "typescript" });
}

function documentOf(source, document, operation) {
  const name = operation.name.value;
  const own = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragmentsOf(document, operation)],
  };
  const isAnswered = (audience) => validate(audiences.get(audience), own).length === 0;
  const mayAsk = [...audiences.keys()].filter(isAnswered);
  const isOfPortal = source.startsWith(screensOfPortal);
  const askers = mayAsk.filter((audience) => !isOfPortal || customersSide.includes(audience));
  if (askers.length === 0) {
    const [first] = validate(full, own);
    faults.push(
      `${source}: nobody may ask ${name}. ${first?.message ?? "No audience sees all of it."}`,
    );
  }
  const isForAll = [...staffSide, ...customersSide].every((audience) => mayAsk.includes(audience));
  const shown = isForAll ? "null" : JSON.stringify(askers);
  const text = stripIgnoredCharacters(print(own));
  const kind = operation.operation === "mutation" ? "Mutation" : "Query";
  return `export const ${name} = documentOf<${name}${kind}, ${name}${kind}Variables>(
  ${JSON.stringify(name)}, ${JSON.stringify(text)}, ${shown});`;
}

function fragmentsOf(document, operation) {
  const byName = new Map(
    document.definitions
      .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const wanted = new Set();
  const follow = (node) => {
    for (const selection of node.selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD && !wanted.has(selection.name.value)) {
        wanted.add(selection.name.value);
        follow(byName.get(selection.name.value));
      } else follow(selection);
    }
  };
  follow(operation);
  return [...wanted].map((name) => byName.get(name));
}
