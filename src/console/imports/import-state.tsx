// How far an import is: in a word, and as the step at which its page stands.
import { Mark, type MarkTone } from "../design/mark";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import type { ImportQuery, ImportState } from "./imports.documents";

export type ImportFound = NonNullable<ImportQuery["import"]>;

const TONES: Record<ImportState, MarkTone> = {
  PREPARED: "PLAIN",
  QUEUED: "WAITING",
  RUNNING: "WAITING",
  DONE: "OPEN",
  FAILED: "CLOSED",
  CANCELLED: "PLAIN",
  UNDOING: "WAITING",
  UNDONE: "PLAIN",
};

const UNDER_WAY: readonly ImportState[] = ["QUEUED", "RUNNING", "UNDOING"];
export const isUnderWay = ({ state }: { state: ImportState }) => UNDER_WAY.includes(state);

/** Counted from 0: the file, its columns, running, the result. */
export const stepOf = (state: ImportState): number =>
  state === "PREPARED" ? 1 : UNDER_WAY.includes(state) ? 2 : 3;

export function ImportStateMark({ state, percent }: { state: ImportState; percent: number }) {
  const { imports: words, importStates } = useConsoleWords().marketing;
  const { number } = useMoments();
  return (
    <Mark tone={TONES[state]}>
      {importStates[state]}
      {state === "RUNNING" && ` · ${words.percent(number(percent))}`}
    </Mark>
  );
}
