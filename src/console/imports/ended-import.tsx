// An import at its end: what became of its rows, and which were not brought in and why.
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useMutation } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { Facts } from "../design/facts";
import { Icon } from "../design/icons";
import { Moment } from "../design/moment";
import { Section } from "../design/section";
import { useFaultWords } from "../design/states";
import { takeAway } from "../design/take-away";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ImportFigures } from "./import-figures";
import type { ImportFound } from "./import-state";
import { ImportErrorsDownload } from "./imports.documents";
import { Refusals } from "./refusals";

export function EndedImport({ of }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const isUndone = of.state === "UNDONE";
  return (
    <>
      {of.failure && (
        <Alert severity="error">
          {words.failure}: {of.failure}
        </Alert>
      )}
      <Section title={words.result}>
        <ImportFigures
          of={of}
          names={[
            ...(["rowsRead", "added", "changed", "unchanged", "stopped", "refused"] as const),
            ...(isUndone ? (["restored", "kept"] as const) : []),
          ]}
        />
        <Facts
          facts={[
            [words.source, of.source],
            [words.wording, of.wording],
            [words.confirmedAt, of.confirmedAt && <Moment at={of.confirmedAt} isExact />],
            [words.endedAt, of.endedAt && <Moment at={of.endedAt} isExact />],
          ]}
        />
      </Section>
      {of.refused > 0 && (
        <Section
          title={words.refusals}
          about={words.refusalsDetail}
          actions={<ErrorFile id={of.id} />}
          isFlush
        >
          <Refusals id={of.id} />
        </Section>
      )}
    </>
  );
}

function ErrorFile({ id }: { id: string }) {
  const { imports: words, exports } = useConsoleWords().marketing;
  const taking = useMutation({
    mutationFn: () => ask(ImportErrorsDownload, { id }),
    onSuccess: (answer) => {
      const url = answer.import?.errorsUrl;
      if (url) takeAway(url);
      else tell({ text: exports.gone, isFault: true });
    },
    onError: () => tell({ text: fault.detail || fault.title, isFault: true }),
  });
  const fault = useFaultWords(taking.error);
  return (
    <Button
      startIcon={<Icon name="download" />}
      disabled={taking.isPending}
      onClick={() => taking.mutate()}
    >
      {words.errorFile}
    </Button>
  );
}
