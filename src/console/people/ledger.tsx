// The ledger of a record as a timeline: what each entry says, what it is about, and what shows it.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import type { IconName } from "../design/icons";
import { Mark, Marks } from "../design/mark";
import { Section } from "../design/section";
import { Timeline, type TimelineEntry } from "../design/timeline";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { isUndecided, isUnlifted, TONES, type LedgerRow } from "./ledger-rows";

type LedgerProps = {
  rows: readonly LedgerRow[];
  see(at: string): void;
  decide(id: string): void;
  lift(id: string): void;
};

const ICONS: Record<LedgerRow["transition"], IconName> = {
  ESTABLISHED: "plus",
  CONFIRMED: "check",
  WITHDRAWN: "undo",
  OBJECTED: "close",
  RESTRICTED: "lock",
  LIFTED: "key",
  EXPIRED: "hourglass",
  SUPERSEDED: "layers",
  CONTRACT_ENDED: "handshake",
  IMPORT_UNDONE: "undo",
};

export function Ledger({ rows, see, decide, lift }: LedgerProps) {
  const { record } = useConsoleWords().privacy;
  const latestFirst = [...rows].sort(
    (one, other) => Date.parse(other.effectiveAt) - Date.parse(one.effectiveAt),
  );
  const entries = latestFirst.map((row): TimelineEntry => ({
    id: row.id,
    at: row.effectiveAt,
    icon: ICONS[row.transition],
    tone: TONES[row.transition],
    title: <Saying row={row} />,
    detail: (
      <Detail
        row={row}
        see={see}
        {...(isUndecided(row, rows) && { decide })}
        {...(isUnlifted(row, rows) && { lift })}
      />
    ),
  }));
  return (
    <Section title={record.ledger} about={record.ledgerAbout}>
      <Timeline entries={entries} />
    </Section>
  );
}

function Saying({ row: { transition, purpose, lawfulBasis } }: { row: LedgerRow }) {
  const { purposes, lawfulBases } = useSharedWords();
  const { transitions, record } = useConsoleWords().privacy;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "baseline" }}>
      <Box component="span" sx={{ fontWeight: 560 }}>
        {transitions[transition]}
      </Box>
      <Marks>
        <Mark>{purpose ? purposes[purpose] : record.allPurposes}</Mark>
        {lawfulBasis && <Mark>{lawfulBases[lawfulBasis]}</Mark>}
      </Marks>
    </Box>
  );
}

type DetailProps = {
  row: LedgerRow;
  see(at: string): void;
  decide?(id: string): void;
  lift?(id: string): void;
};

function Detail({ row, see, decide, lift }: DetailProps) {
  const { grounds, record, acts } = useConsoleWords().privacy;
  const { moment } = useMoments();
  const { id, ground, effectiveAt, recordedAt, validUntil } = row;
  const said = [
    ground && grounds[ground],
    validUntil && record.until(moment(validUntil)),
    moment(recordedAt) !== moment(effectiveAt) && record.knownSince(moment(recordedAt)),
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && <div>{said.join(" · ")}</div>}
      <Evidence row={row} />
      <Box data-print="no" sx={{ display: "flex", flexWrap: "wrap", gap: 2, ml: -3 }}>
        <Button onClick={() => see(effectiveAt)}>{record.seeMoment}</Button>
        {decide && <Button onClick={() => decide(id)}>{acts.decide}</Button>}
        {lift && <Button onClick={() => lift(id)}>{acts.lift}</Button>}
      </Box>
    </>
  );
}

function Evidence({ row: { evidence } }: { row: LedgerRow }) {
  const { record } = useConsoleWords().privacy;
  const { moment } = useMoments();
  if (!evidence) return <div>{record.evidenceNone}</div>;
  const { isErased, wording, source, noticeVersion, givenAt, confirmedAt } = evidence;
  const facts = [
    [record.source, source],
    [record.notice, noticeVersion],
    [record.givenAt, givenAt && moment(givenAt)],
    [record.confirmedAt, confirmedAt && moment(confirmedAt)],
  ].filter(([, value]) => value);
  return (
    <>
      {isErased && <div>{record.evidenceErased}</div>}
      {wording && (
        <Box
          component="blockquote"
          dir="auto"
          aria-label={record.wording}
          sx={{
            m: 0,
            my: 1,
            pl: 3,
            borderInlineStart: ({ vars }) => `3px solid ${vars?.palette.divider}`,
            color: "text.primary",
            whiteSpace: "pre-wrap",
          }}
        >
          {wording}
        </Box>
      )}
      {facts.length > 0 && (
        <Box component="dl" sx={{ m: 0, display: "flex", flexWrap: "wrap", columnGap: 4 }}>
          {facts.map(([term, value]) => (
            <Box key={term} sx={{ display: "flex", gap: 1, minWidth: 0 }}>
              <Box component="dt">{term}:</Box>
              <Box component="dd" dir="auto" sx={{ m: 0, minWidth: 0, color: "text.primary" }}>
                {value}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </>
  );
}
