// One act on many people, at the step where it is: looked at, running, or at an end. The step is on the server, so that
// this address shows it after a reload, and to a colleague.
import Box from "@mui/material/Box";
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { AskedFirst } from "../design/form/asked-first";
import { Mark } from "../design/mark";
import { Page } from "../design/page";
import { Progress } from "../design/progress";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { Figures } from "../imports/import-figures";
import { Prospect, Prospects } from "../prospects/prospects.documents";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import {
  BulkAction,
  BulkActionCancel,
  BulkActions,
  BulkActionStart,
  BulkActionUndo,
  type BulkActionQuery,
  type BulkActionState,
} from "./bulk-actions.documents";
import { useWhatIsDone } from "./what-is-done";

type Found = NonNullable<BulkActionQuery["bulkAction"]>;

const ASKED_EVERY_MS = 1_000;
const UNDER_WAY: readonly BulkActionState[] = ["QUEUED", "RUNNING", "UNDOING"];
const MAY_BE_CANCELLED: readonly BulkActionState[] = ["DRY", "QUEUED", "RUNNING"];
const CHANGES = [BulkAction.name, BulkActions.name, Prospects.name, Prospect.name];

export function Screen() {
  const { id = "" } = useParams();
  const answer = useAnswer(
    BulkAction,
    { id },
    {
      everyMs: ASKED_EVERY_MS,
      asLongAs: ({ bulkAction }) => bulkAction !== null && UNDER_WAY.includes(bulkAction.state),
    },
  );
  return (
    <Answered of={answer} find={({ bulkAction }) => bulkAction}>
      {(found) => <BulkActionPage of={found} />}
    </Answered>
  );
}

function BulkActionPage({ of }: { of: Found }) {
  const { bulk } = useConsoleWords().marketing;
  const whatIsDone = useWhatIsDone();
  return (
    <Page
      title={whatIsDone(of)}
      about={<Mark>{bulk.states[of.state]}</Mark>}
      actions={<Acts of={of} />}
    >
      {of.state === "DRY" ? <Looked of={of} /> : <Done of={of} />}
    </Page>
  );
}

function Acts({ of: { id, state, canBeUndone, wouldChange, changed } }: { of: Found }) {
  const { bulk } = useConsoleWords().marketing;
  const { number } = useMoments();
  const variables = { input: { id } };
  return (
    <>
      {MAY_BE_CANCELLED.includes(state) && (
        <AskedFirst
          title={bulk.cancel}
          question={bulk.cancelTitle}
          document={BulkActionCancel}
          variables={variables}
          errorsOf={({ bulkActionCancel }) => bulkActionCancel.userErrors}
          changes={CHANGES}
        >
          {state === "DRY" ? bulk.cancelLooked : bulk.cancelDetail}
        </AskedFirst>
      )}
      {state === "DRY" && wouldChange > 0 && (
        <AskedFirst
          title={bulk.start}
          question={bulk.startTitle(number(wouldChange))}
          document={BulkActionStart}
          variables={variables}
          errorsOf={({ bulkActionStart }) => bulkActionStart.userErrors}
          changes={CHANGES}
        >
          {bulk.startDetail}
        </AskedFirst>
      )}
      {canBeUndone && (
        <AskedFirst
          title={bulk.undo}
          question={bulk.undoTitle(number(changed))}
          document={BulkActionUndo}
          variables={variables}
          errorsOf={({ bulkActionUndo }) => bulkActionUndo.userErrors}
          changes={CHANGES}
        >
          {bulk.undoDetail}
        </AskedFirst>
      )}
    </>
  );
}

function Looked({ of }: { of: Found }) {
  const { bulk } = useConsoleWords().marketing;
  const { number } = useMoments();
  return (
    <Section title={bulk.lookedTitle} about={bulk.lookedDetail}>
      <Figures
        figures={[
          { title: bulk.matched, value: number(of.matched) },
          { title: bulk.wouldChange, value: number(of.wouldChange) },
          { title: bulk.wouldStay, value: number(of.wouldStay) },
          { title: bulk.wouldBeRefused, value: number(of.wouldBeRefused) },
        ]}
      />
      <Refusals of={of} />
    </Section>
  );
}

function Done({ of }: { of: Found }) {
  const { bulk } = useConsoleWords().marketing;
  const { number } = useMoments();
  const isUnderWay = UNDER_WAY.includes(of.state);
  const isUndone = of.state === "UNDOING" || of.state === "UNDONE";
  return (
    <Section title={bulk.states[of.state]} about={of.failure}>
      {isUnderWay && (
        <Progress
          label={bulk.percent(number(Math.floor(of.percent)))}
          percent={of.state === "QUEUED" ? null : of.percent}
        />
      )}
      <Figures
        figures={[
          { title: bulk.matched, value: number(of.matched) },
          { title: bulk.changed, value: number(of.changed) },
          { title: bulk.unchanged, value: number(of.unchanged) },
          { title: bulk.refused, value: number(of.refused) },
          ...(isUndone
            ? [
                { title: bulk.restored, value: number(of.restored) },
                { title: bulk.kept, value: number(of.kept) },
              ]
            : []),
        ]}
      />
      <Refusals of={of} />
    </Section>
  );
}

const Refusals = ({ of }: { of: Found }) =>
  of.refusals.length > 0 && (
    <Box component="ul" sx={{ m: 0, pl: 5 }}>
      {of.refusals.map(({ code, count, message }) => (
        <li key={code}>
          {count}: {message}
        </li>
      ))}
    </Box>
  );
