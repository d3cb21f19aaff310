// What waits for the privacy officer: what is erased next, holds that end, prospects to be told, the seal of the audit.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link as To } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Sealing } from "../audit/sealing";
import { Day } from "../design/moment";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { Due } from "../erasures/due";
import { ErasuresForPrivacy } from "../erasures/erasures.documents";
import { DueToBeInformed } from "../informing/due-to-be-informed";
import { LegalHoldsForPrivacy } from "../legal-holds/legal-holds.documents";
import { useConsoleWords, useSharedWords } from "../words/words";

const SHOWN = 5;

export function WaitingForPrivacyOfficer() {
  const { waiting, informing } = useConsoleWords().privacy;
  return (
    <Box
      sx={{
        display: "grid",
        gap: 4,
        gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "repeat(2, minmax(0, 1fr))" },
        alignItems: "start",
      }}
    >
      <Section title={waiting.erasures} actions={<SeeAll to="/erasures" />}>
        <NextErasures />
      </Section>
      <Section title={waiting.holds} actions={<SeeAll to="/holds" />}>
        <NextHolds />
      </Section>
      <Section title={informing.title} about={informing.about}>
        <DueToBeInformed />
      </Section>
      <Section title={waiting.sealing} actions={<SeeAll to="/audit" />}>
        <Sealing />
      </Section>
    </Box>
  );
}

function SeeAll({ to }: { to: string }) {
  const { waiting } = useConsoleWords().privacy;
  return (
    <Link component={To} to={to} sx={{ whiteSpace: "nowrap" }}>
      {waiting.seeAll}
    </Link>
  );
}

function NextErasures() {
  const { kinds } = useSharedWords();
  const { waiting } = useConsoleWords().privacy;
  const answer = useAnswer(ErasuresForPrivacy, { first: SHOWN });
  return (
    <Answered of={answer} find={({ erasures }) => erasures.nodes}>
      {(nodes) => (
        <Lines empty={waiting.noErasures}>
          {nodes.map(({ id, subjectKind, subjectId, dueAt }) => (
            <Line key={id} to={`/people/${subjectKind}/${subjectId}`} title={kinds[subjectKind]}>
              {waiting.due} <Due at={dueAt} />
            </Line>
          ))}
        </Lines>
      )}
    </Answered>
  );
}

function NextHolds() {
  const { kinds } = useSharedWords();
  const { waiting } = useConsoleWords().privacy;
  const answer = useAnswer(LegalHoldsForPrivacy, { first: SHOWN });
  return (
    <Answered of={answer} find={({ legalHolds }) => legalHolds.nodes}>
      {(nodes) => (
        <Lines empty={waiting.noHolds}>
          {nodes.map(({ id, subjectKind, subjectId, endsOn }) => (
            <Line key={id} to={`/people/${subjectKind}/${subjectId}`} title={kinds[subjectKind]}>
              {waiting.ends} <Day on={endsOn} />
            </Line>
          ))}
        </Lines>
      )}
    </Answered>
  );
}

const Lines = ({ empty, children }: { empty: string; children: ReactNode[] }) =>
  children.length === 0 ? (
    <Typography color="textSecondary">{empty}</Typography>
  ) : (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {children}
    </Box>
  );

type LineProps = { to: string; title: string; children: ReactNode };

const Line = ({ to, title, children }: LineProps) => (
  <Box component="li" sx={{ display: "flex", gap: 3, py: 1 }}>
    <Link component={To} to={to} sx={{ flex: 1, minWidth: 0 }}>
      {title}
    </Link>
    <Box component="span" sx={{ color: "text.secondary" }}>
      {children}
    </Box>
  </Box>
);
