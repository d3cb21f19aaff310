// `npm run token`: one access token of a story-world person on stdout, and nothing else there. Only in
// development mode, known by the file that the embedded starter keeps in DATA_DIR while that mode is on.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  peopleOf,
  STORY_CUSTOMERS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  STORY_STAFF,
  storyAddress,
  storyKey,
  storySecret,
  type StoryPerson,
  type StoryRole,
} from "../../seeds/story-people";
import { isMachine } from "./audience";
import { loadKeys } from "./keys";
import { currentCode } from "./sign-in/totp";
import { issueToken } from "./tokens";

const DAY_SECONDS = 24 * 60 * 60;
const ROLES = Object.keys(STORY_PEOPLE) as StoryRole[];

const HELP = `Prints one access token of a story-world person, valid for 24 hours. Development mode only.

  npm run --silent token -- --as ${ROLES.join("|")} [--customer N] [--code | --key]

  --as        who asks
  --code      print the one-time code of the second factor instead, for signing in as one of our own people:
              address like ${storyAddress(STORY_STAFF[0].name)}, password «${STORY_PASSWORD}»
  --key       print a tool's secret instead, which is its key and its client_secret
  --customer  which customer's administrator, user or connector: 1 (default) to ${STORY_CUSTOMERS.length}

${ROLES.map((role) => `  ${role.padEnd(14)} ${STORY_PEOPLE[role].who}`).join("\n")}
`;

/** A mistake of the person at the command line, told in one line. */
class CannotIssue extends Error {}

export async function storyToken(args: string[], dataDir: string): Promise<string> {
  const options = optionsIn(args);
  if (options.help) return HELP;
  const person = personFor(options.as, options.customer);
  const publicUrl = await developmentUrl(dataDir);
  if (options.code) return `${codeOf(person)}\n`;
  if (options.key) return `${keyOf(person)}\n`;
  const keys = await loadKeys(dataDir);
  return `${issueToken(keys, { publicUrl, viewer: person.viewer, secondsToLive: DAY_SECONDS })}\n`;
}

function optionsIn(args: string[]) {
  try {
    const options = {
      as: { type: "string" },
      customer: { type: "string" },
      code: { type: "boolean" },
      key: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    return parseArgs({ args, options }).values;
  } catch {
    throw new CannotIssue("An option is unknown or lacks its value. See --help.");
  }
}

function personFor(as: string | undefined, customer: string | undefined): StoryPerson {
  const role = ROLES.find((name) => name === as);
  if (!role) throw new CannotIssue(`Say who asks: --as ${ROLES.join("|")}.`);
  if (customer === undefined) return STORY_PEOPLE[role];

  const chosen = STORY_CUSTOMERS.find((_, index) => String(index + 1) === customer);
  if (!chosen) throw new CannotIssue(`--customer is a number from 1 to ${STORY_CUSTOMERS.length}.`);
  const people: Partial<Record<StoryRole, StoryPerson>> = peopleOf(chosen);
  const person = people[role];
  if (!person)
    throw new CannotIssue(`--customer does not go with --as ${role}: it has no customer.`);
  return person;
}

function codeOf({ viewer }: StoryPerson): string {
  if (!STORY_STAFF.some(({ id }) => id === viewer.id)) {
    throw new CannotIssue("Only our own people have a second factor in the story world.");
  }
  return currentCode(storySecret(viewer.id!));
}

function keyOf({ viewer }: StoryPerson): string {
  if (!isMachine(viewer.audience)) throw new CannotIssue("Only a tool has a key.");
  return storyKey(viewer.id!);
}

async function developmentUrl(dataDir: string): Promise<string> {
  try {
    const mark: unknown = JSON.parse(await readFile(join(dataDir, "development.json"), "utf8"));
    const { publicUrl } = mark as { publicUrl?: unknown };
    if (typeof publicUrl === "string" && publicUrl !== "") return publicUrl;
  } catch {
    // no mark, or not one of ours: refused below
  }
  throw new CannotIssue(
    `Story-world tokens exist in development mode only. Run npm start first: it marks ${dataDir}, and DATA_DIR names another folder.`,
  );
}

if (require.main === module) {
  storyToken(process.argv.slice(2), process.env.DATA_DIR || ".data").then(
    (text) => process.stdout.write(text),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
