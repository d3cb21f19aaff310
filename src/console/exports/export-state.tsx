// How far an export is, in a word: and how much of it is written while it runs.
import { Mark, type MarkTone } from "../design/mark";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import type { ExportsQuery, ExportState } from "./exports.documents";

export type ExportRow = ExportsQuery["exports"]["nodes"][number];

const TONES: Record<ExportState, MarkTone> = {
  QUEUED: "WAITING",
  RUNNING: "WAITING",
  DONE: "OPEN",
  FAILED: "CLOSED",
  CANCELLED: "PLAIN",
};

export const isUnderWay = ({ state }: Pick<ExportRow, "state">) =>
  state === "QUEUED" || state === "RUNNING";

export function ExportStateMark({ state, percent, isOutdated }: ExportRow) {
  const { exports: words, exportStates } = useConsoleWords().marketing;
  const { number } = useMoments();
  if (isOutdated) return <Mark tone="CLOSED">{words.outdated}</Mark>;
  return (
    <Mark tone={TONES[state]}>
      {exportStates[state]}
      {state === "RUNNING" && ` · ${words.written(number(percent))}`}
    </Mark>
  );
}
