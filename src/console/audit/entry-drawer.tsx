// One entry of the audit, beside the list: all that it says, and what was changed, before and after.
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as To } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Icon } from "../design/icons";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { Answered } from "../design/states";
import { useConsoleWords, useSharedWords } from "../words/words";
import { AuditEntryForPrivacy, type AuditEntryForPrivacyQuery } from "./audit.documents";
import { useNamed } from "./named";

type Entry = Extract<NonNullable<AuditEntryForPrivacyQuery["node"]>, { id: string }>;

const entryIn = ({ node }: AuditEntryForPrivacyQuery) =>
  node && "id" in node ? (node as Entry) : null;

export function EntryDrawer({ id, close }: { id: string; close(): void }) {
  const { audit } = useConsoleWords().privacy;
  const answer = useAnswer(AuditEntryForPrivacy, { id });
  return (
    <Drawer
      open
      anchor="right"
      onClose={close}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-label": audit.entry,
          sx: { width: { xs: "100%", sm: 520 }, p: 5 },
        },
      }}
    >
      <Box sx={{ display: "flex", alignItems: "center", mb: 3 }}>
        <Typography variant="h1" component="h2" sx={{ flex: 1 }}>
          {audit.entry}
        </Typography>
        <IconButton aria-label={audit.closeEntry} onClick={close} autoFocus>
          <Icon name="close" />
        </IconButton>
      </Box>
      <Answered of={answer} find={entryIn} lines={10}>
        {(entry) => <EntryDetail entry={entry} />}
      </Answered>
    </Drawer>
  );
}

function EntryDetail({ entry }: { entry: Entry }) {
  const { auditActions } = useSharedWords();
  const { audit } = useConsoleWords().privacy;
  const named = useNamed();
  const { firstChange, lastChange } = entry;
  return (
    <Box sx={{ display: "grid", gap: 5 }}>
      <Facts
        facts={[
          [audit.at, <Moment key="at" at={entry.recordedAt} isExact />],
          [
            audit.action,
            <Mark key="action" tone={entry.action === "DENIED" ? "CLOSED" : "PLAIN"}>
              {auditActions[entry.action]}
            </Mark>,
          ],
          [audit.operation, entry.operation],
          [audit.audience, named.audience(entry.audience)],
          [audit.viewer, entry.viewerId && <ByFilter name="viewerId" value={entry.viewerId} />],
          [audit.purpose, named.purpose(entry.purpose)],
          [audit.subject, entry.subjectKind && named.kind(entry.subjectKind)],
          [audit.rows, String(entry.rowCount)],
          [audit.records, <Subjects key="records" entry={entry} />],
          [audit.fields, entry.fields.join(", ")],
          [audit.customerId, entry.customerId && <code>{entry.customerId}</code>],
          [audit.provider, entry.serviceProviderId && <ToProvider id={entry.serviceProviderId} />],
          [audit.bases, entry.basisIds.length > 0 && <Codes codes={entry.basisIds} />],
          [audit.changes, firstChange !== null && `${firstChange} – ${lastChange}`],
          [audit.request, entry.requestId && <code>{entry.requestId}</code>],
        ].filter((fact): fact is [string, Exclude<(typeof fact)[1], boolean>] => fact[1] !== false)}
      />
      {entry.changed && <Changed changed={entry.changed} />}
    </Box>
  );
}

const ToProvider = ({ id }: { id: string }) => (
  <Link component={To} to={`/providers/${id}`}>
    <code>{id}</code>
  </Link>
);

const ByFilter = ({ name, value }: { name: string; value: string }) => (
  <Link component={To} to={`/audit?${name}=${value}`}>
    <code>{value}</code>
  </Link>
);

function Subjects({ entry: { subjectIds, subjectKind, rowCount } }: { entry: Entry }) {
  const { kinds } = useSharedWords();
  const { audit } = useConsoleWords().privacy;
  if (subjectIds.length === 0) return rowCount > 0 ? audit.tooMany : null;
  if (!subjectKind || !(subjectKind in kinds)) return <Codes codes={subjectIds} />;
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {subjectIds.map((id) => (
        <li key={id}>
          <Link component={To} to={`/people/${subjectKind}/${id}`}>
            <code>{id}</code>
          </Link>
        </li>
      ))}
    </Box>
  );
}

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
    {codes.map((code) => (
      <li key={code}>
        <code>{code}</code>
      </li>
    ))}
  </Box>
);

function Changed({ changed: { isErased, fields } }: { changed: NonNullable<Entry["changed"]> }) {
  const { audit } = useConsoleWords().privacy;
  const cell = {
    textAlign: "start",
    verticalAlign: "top",
    py: 2,
    pl: 0,
    pr: 3,
    borderTop: 1,
    borderColor: "divider",
    overflowWrap: "anywhere",
  } as const;
  const value = (text: string | null) =>
    text === null || text === "" ? (
      <Box component="span" sx={{ color: "text.secondary" }}>
        {audit.blank}
      </Box>
    ) : (
      text
    );
  return (
    <section>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {audit.changed}
      </Typography>
      {isErased && <Typography>{audit.changedErased}</Typography>}
      {fields.length > 0 && (
        <Box
          component="table"
          aria-label={audit.changed}
          sx={{ borderCollapse: "collapse", width: "100%", tableLayout: "fixed" }}
        >
          <thead>
            <tr>
              {[audit.fields, audit.before, audit.after].map((heading) => (
                <Box
                  component="th"
                  scope="col"
                  key={heading}
                  sx={{ ...cell, border: 0, typography: "caption", color: "text.secondary" }}
                >
                  {heading}
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, before, after }) => (
              <tr key={name}>
                <Box component="th" scope="row" sx={{ ...cell, fontWeight: 560 }}>
                  {name}
                </Box>
                <Box component="td" dir="auto" sx={cell}>
                  {value(before)}
                </Box>
                <Box component="td" dir="auto" sx={cell}>
                  {value(after)}
                </Box>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </section>
  );
}
