// A role in a word, with what it waits for.
import { Mark, type MarkTone } from "../design/mark";
import { useConsoleWords, useSharedWords, type SharedWords } from "../words/words";
import { standingOf, type RoleLike, type RoleStanding } from "./roles";

const TONES: Record<RoleStanding, MarkTone> = {
  IN_FORCE: "PLAIN",
  WAITING: "WAITING",
  ENDED: "CLOSED",
};

type RoleMarkProps = { role: RoleLike & { audience: keyof SharedWords["audiences"] } };

export function RoleMark({ role }: RoleMarkProps) {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const standing = standingOf(role);
  const name = audiences[role.audience];
  return <Mark tone={TONES[standing]}>{standing === "WAITING" ? words.waiting(name) : name}</Mark>;
}
