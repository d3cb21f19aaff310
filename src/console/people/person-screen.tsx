// One record of a person: why it is held, at any moment; its ledger with what shows each entry; and what the person
// wants, recorded here.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { useState } from "react";
import { Link as To, useParams, useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { PersonHeader } from "../design/person/person-header";
import { WhyPanel } from "../design/person/why-panel";
import { Answered, NotFound } from "../design/states";
import { useConsoleWords, useSharedWords } from "../words/words";
import { Acts, type Act } from "./acts";
import { useChosenMoment } from "./chosen-moment";
import { Fate } from "./fate";
import { useKnownPerson } from "./known-person";
import { Ledger } from "./ledger";
import type { Lawfulness } from "./ledger-rows";
import { LawfulnessOfRecord, type SubjectKind } from "./people.documents";
import { WhyAtMoment } from "./why-at-moment";

export function Screen() {
  const { kind = "", id = "" } = useParams();
  const { kinds } = useSharedWords();
  return kind in kinds ? <Asked key={id} kind={kind as SubjectKind} id={id} /> : <NotFound />;
}

function Asked({ kind, id }: { kind: SubjectKind; id: string }) {
  const { kinds } = useSharedWords();
  const { record } = useConsoleWords().privacy;
  const answer = useAnswer(LawfulnessOfRecord, { kind, id });
  if (!answer.data) {
    return (
      <Page title={record.nameless(kinds[kind])}>
        <Answered of={answer} find={() => null} lines={8}>
          {() => null}
        </Answered>
      </Page>
    );
  }
  return (
    <Answered of={answer} find={({ lawfulness }) => lawfulness}>
      {(lawfulness) => <RecordPage lawfulness={lawfulness} now={answer.dataUpdatedAt} />}
    </Answered>
  );
}

function RecordPage({ lawfulness, now }: { lawfulness: Lawfulness; now: number }) {
  const { kind, id, ledger, channels } = lawfulness;
  const { kinds, person } = useSharedWords();
  const { record } = useConsoleWords().privacy;
  const known = useKnownPerson(id);
  const chosen = useChosenMoment();
  const [parameters] = useSearchParams();
  const [act, setAct] = useState<Act | null>(
    parameters.get("do") === "hold" ? { is: "HOLD" } : null,
  );
  return (
    <Page
      title={known?.name ?? record.nameless(kinds[kind])}
      about={known ? record.about : record.namelessAbout}
      actions={<Acts lawfulness={lawfulness} act={act} set={setAct} />}
    >
      <Header lawfulness={lawfulness} known={known} />
      <WhyAtMoment lawfulness={lawfulness} now={now} chosen={chosen} />
      {channels.length > 0 && (
        <WhyPanel
          title={record.channelsNow}
          reasons={channels.map(({ channel, isAllowed, because }) => ({
            id: channel,
            title: person[channel],
            isAllowed,
            because,
          }))}
        />
      )}
      <Ledger
        rows={ledger}
        see={(at) => {
          chosen.set({ at });
          scrollToLine();
        }}
        decide={(row) => setAct({ is: "DECIDE", id: row })}
        lift={(row) => setAct({ is: "LIFT", id: row })}
      />
      <Box data-print="no">
        <Fate subject={{ kind, id }} />
      </Box>
    </Page>
  );
}

const scrollToLine = () =>
  document.querySelector("input[type=range]")?.scrollIntoView({ block: "center" });

type HeaderProps = { lawfulness: Lawfulness; known: ReturnType<typeof useKnownPerson> };

function Header({ lawfulness: { kind, id, decisions }, known }: HeaderProps) {
  const { kinds } = useSharedWords();
  const { people, record, commands } = useConsoleWords().privacy;
  return (
    <PersonHeader
      kind={kind}
      address={
        known?.emailAddress ?? (
          <Link component={To} to="/people">
            {commands.search}
          </Link>
        )
      }
      permittedPurposes={decisions
        .filter(({ isPermitted }) => isPermitted)
        .map(({ purpose }) => purpose)}
      facts={[
        [
          kinds.CUSTOMER,
          known?.customerId && (
            <Link component={To} to={`/people/CUSTOMER/${known.customerId}`}>
              {people.customer}
            </Link>
          ),
        ],
        [people.heldSince, known && <Day on={known.createdAt} />],
        [record.id, <code key="id">{id}</code>],
      ]}
    />
  );
}
