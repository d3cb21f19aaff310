// Everything that is tried against who may see and do what, class by class. Tokens that end come last: with them end
// people whom the others ask as.
import type { AttemptClass } from "./attempts/attempt";
import { idsOfOthers } from "./attempts/ids";
import { otherDoors } from "./attempts/other-doors";
import { passwords } from "./attempts/passwords";
import { readingAndWriting } from "./attempts/reading";
import { sameAnswers } from "./attempts/same-answers";
import { sessions } from "./attempts/sessions";
import { ownSql } from "./attempts/sql";
import { starting } from "./attempts/start";
import { forgedTokensOf } from "./attempts/tokens";
import { walks } from "./attempts/walks";

export const ATTEMPTS: readonly AttemptClass[] = [
  ...[starting, idsOfOthers, walks, otherDoors, readingAndWriting],
  ...[forgedTokensOf, sameAnswers, passwords, ownSql, sessions],
];
