import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printSchema } from "graphql";
import { mergeFragments } from "../../src/access/fragment";
import { defineRecord } from "../../src/access/record";
import { describedSchemas } from "../../src/graphql/describe";
import { outOfStep, writeFiles } from "../../src/graphql/generated-files";
import { holds } from "../../src/lawfulness/personal-data";
import { processingMarkdown } from "../../src/lawfulness/processing-record";
import { PROCESSING_REGISTER } from "../../src/lawfulness/register";
import { shop, shopFragment } from "./small-schema";

class Person {}
defineRecord(Person, {
  table: "small_people",
  kind: "PROSPECT",
  isPersonal: true,
  key: ["id"],
  madeOf: { email: ["emailAddress"] },
});
holds("small_people", { CONTACT: "email_address", NONE: "id" });

const schema = shop();
const { full, audiences } = describedSchemas(schema, mergeFragments([shopFragment()], schema));

test("each description says who sees it, and of personal data its category and bases", () => {
  const sdl = printSchema(full);
  expect(sdl).toContain('"""Seen by: everyone."""\n  hello: String');
  expect(sdl).toContain('"""Seen by: SUPPORT, MARKETING."""\n  name: String!');
  expect(sdl).toContain('"""Seen by: nobody."""\n  holder: SecretHolder');
  expect(sdl).toContain(
    `Personal data: CONTACT. Bases: MARKETING_AND_SALES by LEGITIMATE_INTERESTS or CONSENT; SERVICE_IMPROVEMENT by`,
  );
  expect(printSchema(audiences.get("MARKETING")!)).not.toContain("email");
});

test("the record of processing has a row for each activity of the register", () => {
  const page = processingMarkdown();
  for (const { activity } of PROCESSING_REGISTER)
    expect(page.split("\n").filter((line) => line.startsWith(`| ${activity} |`))).toHaveLength(1);
});

test("files out of step are named: missing, changed or left over", () => {
  const root = mkdtempSync(join(tmpdir(), "generated-"));
  const files = new Map([
    ["schema/access.md", "a\n"],
    ["schema/audiences/support.graphql", "b\n"],
  ]);
  expect(outOfStep(root, files)).toEqual([...files.keys()]);
  writeFiles(root, files);
  expect(outOfStep(root, files)).toEqual([]);
  writeFileSync(join(root, "schema/access.md"), "changed\n");
  writeFileSync(join(root, "schema/audiences/gone.graphql"), "");
  expect(outOfStep(root, files)).toEqual(["schema/access.md", "schema/audiences/gone.graphql"]);
  writeFiles(root, files);
  expect(outOfStep(root, files)).toEqual([]);
  expect(readFileSync(join(root, "schema/access.md"), "utf8")).toBe("a\n");
  rmSync(root, { recursive: true });
});
