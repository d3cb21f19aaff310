// Why a record may be held: now, or at any moment of its past, also by what was known then.
import Box from "@mui/material/Box";
import { useAnswer } from "../api/use-answer";
import { Field } from "../design/form/field";
import { WhyPanel, type Reason } from "../design/person/why-panel";
import { Section } from "../design/section";
import { FaultNotice, Waiting } from "../design/states";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { ChosenMoment } from "./chosen-moment";
import { TONES, type Lawfulness } from "./ledger-rows";
import { localOf, momentOf } from "./local-moment";
import { MomentLine } from "./moment-line";
import { LawfulnessAtMoment } from "./people.documents";
import { useRested } from "./rested";

type WhyAtMomentProps = {
  lawfulness: Lawfulness;
  /** When it was answered: the line's end. */
  now: number;
  chosen: ChosenMoment;
};

export function WhyAtMoment({ lawfulness, now, chosen }: WhyAtMomentProps) {
  const { record, transitions } = useConsoleWords().privacy;
  const { ledger } = lawfulness;
  const ticks = ledger
    .map(({ id, effectiveAt, transition }) => ({
      id,
      at: Date.parse(effectiveAt),
      title: transitions[transition],
      tone: TONES[transition],
    }))
    .sort((one, other) => one.at - other.at);
  const times = ledger.flatMap((row) => [Date.parse(row.effectiveAt), Date.parse(row.recordedAt)]);
  const end = Math.max(now, ...times);
  return (
    <>
      <Section title={record.line} about={record.lineAbout}>
        <Box sx={{ display: "grid", gap: 3, pt: 2 }}>
          {ticks.length > 0 && (
            <MomentLine
              from={Math.min(...times)}
              now={end}
              at={chosen.at ? Date.parse(chosen.at) : null}
              ticks={ticks}
              set={(at) => chosen.set({ at: at === null ? null : new Date(at).toISOString() })}
            />
          )}
          <ExactMoment chosen={chosen} now={end} />
        </Box>
      </Section>
      {chosen.at ? (
        <Then lawfulness={lawfulness} at={chosen.at} knownAt={chosen.knownAt} />
      ) : (
        <Decisions title={record.whyNow} decisions={lawfulness.decisions} />
      )}
    </>
  );
}

type Knowledge = "TODAY" | "THEN" | "ON";

function ExactMoment({ chosen: { at, knownAt, set }, now }: { chosen: ChosenMoment; now: number }) {
  const { record } = useConsoleWords().privacy;
  const knowledge: Knowledge = knownAt === null ? "TODAY" : knownAt === at ? "THEN" : "ON";
  const choose = (next: Knowledge) => {
    const then = at ?? new Date(now).toISOString();
    if (next === "TODAY") set({ at, knownAt: null });
    if (next === "THEN") set({ at: then, knownAt: then });
    if (next === "ON") set({ at: then, knownAt: new Date(now).toISOString() });
  };
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 4 }} data-print="no">
      <Box sx={{ width: 220 }}>
        <MomentField
          label={record.exactMoment}
          at={at ?? now}
          now={now}
          set={(moment) => set({ at: Date.parse(moment) >= now ? null : moment })}
        />
      </Box>
      <Box sx={{ width: 280 }}>
        <Field
          label={record.knowledge}
          value={knowledge}
          set={(next) => choose(next as Knowledge)}
          choices={[
            { value: "TODAY", title: record.knownToday },
            { value: "THEN", title: record.knownThen },
            { value: "ON", title: record.knownOn },
          ]}
        />
      </Box>
      {knowledge === "ON" && knownAt && (
        <Box sx={{ width: 220 }}>
          <MomentField
            label={record.knownAt}
            at={knownAt}
            now={now}
            set={(moment) => set({ at, knownAt: moment })}
          />
        </Box>
      )}
    </Box>
  );
}

type MomentFieldProps = {
  label: string;
  at: string | number;
  now: number;
  set(moment: string): void;
};

/** While it is typed it may be no moment at all. */
function MomentField({ label, at, now, set }: MomentFieldProps) {
  const [local, type] = useRested(localOf(at), (typed) => {
    const moment = momentOf(typed);
    if (moment) set(moment);
  });
  return (
    <Field
      label={label}
      type="datetime-local"
      value={local}
      set={type}
      more={{ max: localOf(now) }}
    />
  );
}

type ThenProps = { lawfulness: Lawfulness; at: string; knownAt: string | null };

function Then({ lawfulness, at, knownAt }: ThenProps) {
  const { kind, id, ledger } = lawfulness;
  const { record } = useConsoleWords().privacy;
  const { moment } = useMoments();
  const then = useAnswer(LawfulnessAtMoment, { kind, id, at, knownAt });
  const title = record.whyAt(moment(at));
  const found = then.data?.lawfulness;
  // never the answer of another moment below this one's title
  if (!found) {
    return (
      <Section title={title}>
        {then.error ? (
          <FaultNotice error={then.error} again={() => void then.refetch()} />
        ) : (
          <Waiting lines={2 * lawfulness.decisions.length} />
        )}
      </Section>
    );
  }
  const isKnown = found.ledger.length === ledger.length;
  return (
    <Decisions
      title={title}
      decisions={found.decisions}
      {...(!isKnown && { about: record.knownRows(found.ledger.length, ledger.length) })}
    />
  );
}

type DecisionsProps = {
  title: string;
  about?: string;
  decisions: Lawfulness["decisions"];
};

function Decisions({ title, about, decisions }: DecisionsProps) {
  const { purposes } = useSharedWords();
  const { record } = useConsoleWords().privacy;
  const { list } = useMoments();
  const reasons = decisions.map(({ purpose, isPermitted, because, until, basis }): Reason => ({
    id: purpose,
    title: purposes[purpose],
    isAllowed: isPermitted,
    because,
    lawfulBasis: isPermitted ? (basis?.lawfulBasis ?? null) : null,
    since: isPermitted ? (basis?.effectiveAt ?? null) : null,
    until,
  }));
  const open = reasons.filter(({ isAllowed }) => isAllowed).map((reason) => reason.title);
  const summary = open.length > 0 ? record.openFor(list(open)) : record.openForNothing;
  return (
    <Box data-why>
      <WhyPanel
        title={title}
        reasons={reasons}
        about={
          <span role="status">
            {summary} {about}
          </span>
        }
      />
    </Box>
  );
}
