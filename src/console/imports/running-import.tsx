// Rows on their way in, or back out: how far, and what became of those that were looked at.
import Typography from "@mui/material/Typography";
import { Progress } from "../design/progress";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { ImportFigures } from "./import-figures";
import type { ImportFound } from "./import-state";

export function RunningImport({ of }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const { number } = useMoments();
  const isUndoing = of.state === "UNDOING";
  const title = of.state === "QUEUED" ? words.queued : isUndoing ? words.undoing : words.running;
  return (
    <Section title={title}>
      <Progress
        label={of.state === "RUNNING" ? words.percent(number(of.percent)) : title}
        percent={of.state === "RUNNING" ? of.percent : null}
      />
      <ImportFigures
        of={of}
        names={
          isUndoing
            ? ["restored", "kept"]
            : ["rowsRead", "added", "changed", "unchanged", "stopped", "refused"]
        }
      />
      <Typography variant="body2" color="textSecondary">
        {words.survives}
      </Typography>
    </Section>
  );
}
