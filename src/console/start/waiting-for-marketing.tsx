// What waits for marketing today: who is to be told that we hold their data, imports that wait or failed, files to take
// away.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link as To } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Icon, type IconName } from "../design/icons";
import { Moment } from "../design/moment";
import { Section } from "../design/section";
import { FaultNotice, Waiting } from "../design/states";
import { ExportStateMark } from "../exports/export-state";
import { Exports } from "../exports/exports.documents";
import { ImportStateMark } from "../imports/import-state";
import { Imports, type ImportState } from "../imports/imports.documents";
import { ProspectsDueToBeInformed } from "../prospects/prospects.documents";
import { inDays } from "../words/days";
import { useConsoleWords } from "../words/words";

const LOOKED_AT = 20;
const ASKED_EVERY_MS = 15_000;
const IMPORTS_THAT_WAIT: readonly ImportState[] = [
  ...(["PREPARED", "QUEUED", "RUNNING"] as const),
  ...(["UNDOING", "FAILED"] as const),
];

export const WaitingForMarketing = () => (
  <>
    <Due />
    <WaitingImports />
    <ReadyExports />
  </>
);

function Due() {
  const { waiting: words } = useConsoleWords().marketing;
  const answer = useAnswer(ProspectsDueToBeInformed, {});
  const due = answer.data?.prospectsDueToBeInformed;
  return (
    <Section
      title={words.dueTitle}
      about={
        due && (
          <>
            {words.countedAt} <Moment at={due.asOf} />
          </>
        )
      }
      isFlush
    >
      <Lines of={answer} none={due === null ? words.notCounted : words.noneDue}>
        {due && due.dueSoon > 0 && (
          <Line
            icon="hourglass"
            to={`/prospects?isToBeInformed=true&toBeInformedBefore=${inDays(due.dueWithinDays + 1)}`}
            title={words.dueSoon(due.dueSoon, due.dueWithinDays)}
          />
        )}
        {/* marketing doesn't see them any more: there is no list to open */}
        {due && due.missed > 0 && <Line icon="alert" title={words.missed(due.missed)} />}
      </Lines>
    </Section>
  );
}

function WaitingImports() {
  const { waiting: words } = useConsoleWords().marketing;
  const answer = useAnswer(Imports, { first: LOOKED_AT }, { everyMs: ASKED_EVERY_MS });
  const rows = answer.data?.imports.nodes.filter(({ state }) => IMPORTS_THAT_WAIT.includes(state));
  return (
    <Section title={words.importsTitle} isFlush>
      <Lines of={answer} none={words.noImports}>
        {rows?.map((row) => (
          <Line
            key={row.id}
            icon="upload"
            to={`/imports/${row.id}`}
            title={row.fileName}
            mark={<ImportStateMark {...row} />}
            detail={<Moment at={row.createdAt} />}
          />
        ))}
      </Lines>
    </Section>
  );
}

function ReadyExports() {
  const { waiting: words } = useConsoleWords().marketing;
  const answer = useAnswer(Exports, { first: LOOKED_AT }, { everyMs: ASKED_EVERY_MS });
  const rows = answer.data?.exports.nodes.filter(({ downloadUrl }) => downloadUrl !== null);
  return (
    <Section title={words.exportsTitle} isFlush>
      <Lines of={answer} none={words.noExports}>
        {rows?.map((row) => (
          <Line
            key={row.id}
            icon="download"
            to={`/exports?open=${row.id}`}
            title={row.fileName}
            mark={<ExportStateMark {...row} />}
            detail={row.endedAt && <Moment at={row.endedAt} />}
          />
        ))}
      </Lines>
    </Section>
  );
}

type LinesProps = {
  of: { isPending: boolean; error: unknown; data: unknown; refetch(): unknown };
  /** What stands there where nothing waits. */
  none: string;
  children: ReactNode;
};

function Lines({ of: { isPending, error, data, refetch }, none, children }: LinesProps) {
  if (isPending) {
    return (
      <Box sx={{ px: 4, pb: 3 }}>
        <Waiting lines={2} />
      </Box>
    );
  }
  if (error && data === undefined)
    return <FaultNotice error={error} again={() => void refetch()} />;
  const lines = [children].flat().filter(Boolean);
  if (lines.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ px: 4, pb: 4 }}>
        {none}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

type LineProps = {
  icon: IconName;
  title: string;
  to?: string;
  mark?: ReactNode;
  detail?: ReactNode;
};

const Line = ({ icon, title, to, mark, detail }: LineProps) => (
  <Box
    component="li"
    sx={{
      display: "flex",
      alignItems: "center",
      gap: 3,
      px: 4,
      py: 2,
      borderTop: 1,
      borderColor: "divider",
    }}
  >
    <Icon name={icon} sx={{ fontSize: 18, color: "text.secondary" }} />
    <Box dir="auto" sx={{ flex: 1, minWidth: 0 }}>
      {to ? (
        <Link component={To} to={to}>
          {title}
        </Link>
      ) : (
        title
      )}
    </Box>
    {mark}
    <Typography
      variant="body2"
      color="textSecondary"
      component="span"
      sx={{ display: { xs: "none", sm: "inline" } }}
    >
      {detail}
    </Typography>
  </Box>
);
