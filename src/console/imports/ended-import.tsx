// An import at its end: what became of its rows, and which were not brought in and why.
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { ask } from "../api/ask";
import { Facts } from "../design/facts";
import { Icon } from "../design/icons";
import { Moment } from "../design/moment";
import { Section } from "../design/section";
import { faultLineOf } from "../design/states";
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
      <Section title={words.result} actions={of.added > 0 && !isUndone && <Next of={of} />}>
        <ImportFigures
          of={of}
          names={[
            ...(["rowsRead", "added", "changed", "unchanged", "stopped", "refused"] as const),
            ...(of.mended > 0 ? (["mended"] as const) : []),
            ...(of.leftOut > 0 ? (["leftOut"] as const) : []),
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

/** Prospects are to be informed within a month; readers know. */
function Next({ of: { kind } }: { of: ImportFound }) {
  const { imports: words, subscribers } = useConsoleWords().marketing;
  const isAboutProspects = kind === "PROSPECTS";
  return (
    <Button
      component={Link}
      to={isAboutProspects ? "/prospects?isToBeInformed=true" : "/subscribers"}
      endIcon={<Icon name="chevronRight" />}
    >
      {isAboutProspects ? words.toInform : subscribers.title}
    </Button>
  );
}

function ErrorFile({ id }: { id: string }) {
  const { marketing, shared } = useConsoleWords();
  const { imports: words, exports } = marketing;
  const taking = useMutation({
    mutationFn: () => ask(ImportErrorsDownload, { id }),
    onSuccess: (answer) => {
      const url = answer.import?.errorsUrl;
      if (url) takeAway(url);
      else tell({ text: exports.gone, isFault: true });
    },
    onError: (error) => tell({ text: faultLineOf(error, shared.fault), isFault: true }),
  });
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
