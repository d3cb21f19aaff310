// `npm run generate:schema` writes the generated files; with `--check` it compares instead, and names those that are
// out of step. Both are commands for developers: they format with prettier, which no server has installed.
import { PROJECT_ROOT } from "../project-root";
import { lineFor } from "../start-up-error";
import { accessFragments, buildFullSchema } from "./features";
import { generatedFiles, outOfStep, writeFiles } from "./generated-files";

async function print(isCheck: boolean): Promise<void> {
  const files = await generatedFiles(buildFullSchema(), accessFragments);
  if (!isCheck) {
    writeFiles(PROJECT_ROOT, files);
    return console.log(`Wrote ${files.size} files.`);
  }
  const wrong = outOfStep(PROJECT_ROOT, files);
  if (!wrong.length) return console.log(`${files.size} generated files are in step.`);
  console.error(["Out of step with the program:", ...wrong.map((path) => `- ${path}`)].join("\n"));
  console.error("Run `npm run generate:schema` and commit what it writes.");
  process.exitCode = 1;
}

print(process.argv.includes("--check")).catch((error: unknown) => {
  console.error(lineFor(error));
  process.exitCode = 1;
});
