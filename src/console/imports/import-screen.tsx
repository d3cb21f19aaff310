// One import, at the step where it is: prepared, running, or at an end. The step is on the server, so that this address
// shows it to whoever opens it, and after a reload.
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Page } from "../design/page";
import { Answered } from "../design/states";
import { useConsoleWords } from "../words/words";
import { EndImport } from "./end-import";
import { EndedImport } from "./ended-import";
import { ImportStateMark, isUnderWay, stepOf, type ImportFound } from "./import-state";
import { ImportSteps } from "./import-steps";
import { Import } from "./imports.documents";
import { PreparedImport } from "./prepared-import";
import { RunningImport } from "./running-import";

const ASKED_EVERY_MS = 1_000;

export function Screen() {
  const { id = "" } = useParams();
  const answer = useAnswer(
    Import,
    { id },
    {
      everyMs: ASKED_EVERY_MS,
      asLongAs: ({ import: found }) => found !== null && isUnderWay(found),
    },
  );
  return (
    <Answered of={answer} find={(data) => data.import}>
      {(each) => <ImportPage of={each} />}
    </Answered>
  );
}

function ImportPage({ of }: { of: ImportFound }) {
  const { importKinds } = useConsoleWords().marketing;
  const step = stepOf(of.state);
  return (
    <Page
      title={of.fileName}
      about={
        <>
          {importKinds[of.kind]} · <ImportStateMark {...of} />
        </>
      }
      actions={<EndImport of={of} />}
    >
      <ImportSteps at={step} />
      {step === 1 && <PreparedImport of={of} />}
      {step === 2 && <RunningImport of={of} />}
      {step === 3 && <EndedImport of={of} />}
    </Page>
  );
}
