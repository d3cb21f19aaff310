// What clients ask: each file of golden/ that ends in .graphql is one operation. Its first comment says what it is for; «as»
// names who asks, and each line of «variables» is one time that it is asked, where "<cursor>" is the end of the page before.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { PROJECT_ROOT } from "../../src/project-root";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";

export type Variables = Readonly<Record<string, unknown>>;
export type Operation = {
  name: string;
  viewer: Viewer;
  query: string;
  asked: readonly Variables[];
  isMutation: boolean;
  /** Whether it takes the size of its page. */
  isList: boolean;
};

export const GOLDEN_FOLDER = join(PROJECT_ROOT, "test", "operations", "golden");

/** Questions first: what is changed afterwards they don't see. */
export function goldenOperations(): Operation[] {
  const all = readdirSync(GOLDEN_FOLDER)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => operationIn(file.replace(/\.graphql$/, "")));
  return [...all.filter((each) => !each.isMutation), ...all.filter((each) => each.isMutation)];
}

function operationIn(name: string): Operation {
  const query = readFileSync(join(GOLDEN_FOLDER, `${name}.graphql`), "utf8");
  const { operation, variableDefinitions = [] } = definitionIn(query);
  const variables = commentsOf(query, "variables").map((text) => JSON.parse(text) as Variables);
  return {
    ...{ name, query, asked: variables.length ? variables : [{}] },
    viewer: viewerOf(commentsOf(query, "as")[0] ?? ""),
    isMutation: operation === OperationTypeNode.MUTATION,
    isList: variableDefinitions.some(({ variable }) => variable.name.value === "first"),
  };
}

const definitionIn = (query: string) => parse(query).definitions[0] as OperationDefinitionNode;

const commentsOf = (query: string, word: string): string[] =>
  [...query.matchAll(new RegExp(`^# ${word}: (.*)$`, "gm"))].map(([, text = ""]) => text);

function viewerOf(role: string): Viewer {
  if (role === "public") return PUBLIC_VIEWER;
  if (role in STORY_PEOPLE) return STORY_PEOPLE[role as StoryRole].viewer;
  throw new Error(`Nobody in the story world asks as «${role}».`);
}
