// Exports of what the audit holds: begun here, and how far each is. Whoever asked for it takes it away.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useAnswer } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { choicesOf } from "../design/form/choices";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Mark, type MarkTone } from "../design/mark";
import { Moment } from "../design/moment";
import { Answered } from "../design/states";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import {
  ExportOfAuditStart,
  ExportsOfAudit,
  type ExportFormat,
  type ExportKind,
  type ExportsOfAuditQuery,
} from "./audit.documents";

type Export = ExportsOfAuditQuery["exports"]["nodes"][number];

const REASON_MAXIMUM = 500;
const ASKED_EACH_MS = 2_000;
const SHOWN = 6;
const FIRST = { kind: "SEALED_AUDIT", format: "CSV", reason: "" };

export function ExportsOfTheAudit({ close }: { close(): void }) {
  const { audit } = useConsoleWords().privacy;
  const { ACCESS_LOG: _ofCustomers, ...offered } = audit.exportKinds;
  const form = useForm({
    initial: FIRST,
    document: ExportOfAuditStart,
    input: ({ kind, format, reason }) => ({
      input: {
        kind: kind as ExportKind,
        format: kind === "SEALED_AUDIT" ? "NDJSON" : (format as ExportFormat),
        isCompressed: false,
        reason,
      },
    }),
    errorsOf: ({ exportStart }) => exportStart.userErrors,
    changes: [ExportsOfAudit.name],
    done: () => {
      form.reset();
      tell({ text: audit.exportStarted });
    },
  });
  const { kind, format, reason } = form.fields;
  return (
    <FormDialog
      isOpen
      title={audit.exportsTitle}
      close={close}
      act={audit.exportStart}
      form={form}
      isBlocked={!reason.trim()}
    >
      <Field
        label={audit.exportKind}
        value={kind}
        set={(value) => form.set({ kind: value })}
        error={form.errorOf("kind")}
        choices={choicesOf(offered)}
      />
      {kind !== "SEALED_AUDIT" && (
        <Field
          label={audit.exportFormat}
          value={format}
          set={(value) => form.set({ format: value })}
          error={form.errorOf("format")}
          choices={choicesOf(audit.exportFormats)}
        />
      )}
      <Field
        label={audit.exportReason}
        value={reason}
        set={(text) => form.set({ reason: text })}
        error={form.errorOf("reason")}
        maximum={REASON_MAXIMUM}
        isRequired
      />
      <Progress />
    </FormDialog>
  );
}

function Progress() {
  const { audit } = useConsoleWords().privacy;
  const answer = useAnswer(ExportsOfAudit, {}, { everyMs: ASKED_EACH_MS });
  return (
    <Answered of={answer} find={({ exports }) => exports.nodes} lines={2}>
      {(nodes) => {
        const shown = nodes.filter(({ kind }) => kind in audit.exportKinds).slice(0, SHOWN);
        return shown.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {audit.exportNone}
          </Typography>
        ) : (
          <Box
            component="ul"
            aria-label={audit.exports}
            sx={{ listStyle: "none", m: 0, p: 0, borderTop: 1, borderColor: "divider" }}
          >
            {shown.map((each) => (
              <Line key={each.id} of={each} />
            ))}
          </Box>
        );
      }}
    </Answered>
  );
}

const TONES: Record<Export["state"], MarkTone> = {
  QUEUED: "PLAIN",
  RUNNING: "WAITING",
  DONE: "OPEN",
  FAILED: "CLOSED",
  CANCELLED: "PLAIN",
};

function Line({ of }: { of: Export }) {
  const { audit } = useConsoleWords().privacy;
  const { moment, number } = useMoments();
  const { id: viewerId } = useViewer();
  const titles: Record<string, string> = audit.exportKinds;
  const isReady = of.state === "DONE";
  return (
    <Box component="li" sx={{ py: 2, borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", gap: 2, alignItems: "center" }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>{titles[of.kind]}</Box>
        <Mark tone={TONES[of.state]}>
          {audit.exportStates[of.state]}
          {of.state === "RUNNING" && ` ${number(Math.round(of.percent))} %`}
        </Mark>
        {of.downloadUrl && (
          <Link href={of.downloadUrl} download>
            {audit.download}
          </Link>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary" component="div" dir="auto">
        <Moment at={of.createdAt} /> · {audit.exportRows(number(of.rowCount))}
        {isReady && of.expiresAt && ` · ${audit.exportUntil(moment(of.expiresAt))}`}
        {of.reason && ` · ${of.reason}`}
        {of.failure && ` · ${of.failure}`}
      </Typography>
      {isReady && of.createdBy !== viewerId && (
        <Typography variant="caption" color="textSecondary">
          {audit.exportOfOther}
        </Typography>
      )}
    </Box>
  );
}
