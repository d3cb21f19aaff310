// A file is asked for: what, whom, and for which provider under an agreement or which use of our own.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { Link, useNavigate } from "react-router";
import { usePages } from "../api/use-answer";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { AFTER_SAVING, LeaveGuard } from "../design/form/leave-guard";
import { useForm } from "../design/form/use-form";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  Exports,
  ExportStart,
  ServiceProvidersForExport,
  type ExportFormat,
  type ExportKind,
} from "./exports.documents";

const KINDS = ["PROSPECTS", "SUBSCRIBERS"] as const satisfies readonly ExportKind[];
const PROVIDERS = 100;
const REASON_MAXIMUM = 500;

const EMPTY = {
  kind: "PROSPECTS",
  format: "CSV",
  serviceProviderId: "",
  reason: "",
  onlyMailable: false,
  isCompressed: false,
};
type Fields = typeof EMPTY;

export function Screen() {
  const { act } = useSharedWords();
  const { exports: words, exportKinds, exportFormats } = useConsoleWords().marketing;
  const navigate = useNavigate();
  const providers = usePages(
    ServiceProvidersForExport,
    { first: PROVIDERS },
    ({ serviceProviders }) => serviceProviders,
  );
  const form = useForm({
    initial: EMPTY,
    document: ExportStart,
    input: ({ kind, format, serviceProviderId, reason, ...more }: Fields) => ({
      input: {
        ...more,
        kind: kind as ExportKind,
        format: format as ExportFormat,
        ...(serviceProviderId ? { serviceProviderId } : { reason }),
      },
    }),
    errorsOf: ({ exportStart }) => exportStart.userErrors,
    changes: [Exports.name],
    done: ({ exportStart }) => {
      tell({ text: words.begun });
      void navigate(`/exports?open=${exportStart.export?.id ?? ""}`, { state: AFTER_SAVING });
    },
  });
  const { fields, set, field } = form;
  const isOurs = fields.serviceProviderId === "";
  return (
    <Page title={words.add}>
      <LeaveGuard isDirty={fields.reason !== ""} />
      <Box
        component="form"
        noValidate
        onSubmit={form.submit}
        sx={{ display: "grid", gap: 4, maxWidth: 560 }}
      >
        <Faults form={form} />
        <Section title={words.contentTitle}>
          <Box sx={{ display: "grid", gap: 1 }}>
            <Field
              label={words.kind}
              {...field("kind")}
              choices={KINDS.map((value) => ({ value, title: exportKinds[value] }))}
              isFocused
            />
            <Field
              label={words.format}
              {...field("format")}
              choices={Object.entries(exportFormats).map(([value, title]) => ({ value, title }))}
            />
            <Tick
              label={words.onlyMailable}
              isOn={fields.onlyMailable}
              set={(onlyMailable) => set({ onlyMailable })}
            />
            <Tick
              label={words.isCompressed}
              isOn={fields.isCompressed}
              set={(isCompressed) => set({ isCompressed })}
            />
          </Box>
        </Section>
        <Section title={words.recipientTitle}>
          <Box sx={{ display: "grid", gap: 1 }}>
            <Field
              label={words.recipient}
              {...field("serviceProviderId")}
              hint={words.recipientHint}
              choices={[
                { value: "", title: words.notFor },
                ...providers.rows.map(({ id, name }) => ({ value: id, title: name })),
              ]}
            />
            {isOurs && (
              <Field
                label={words.reason}
                {...field("reason")}
                hint={words.reasonHint}
                maximum={REASON_MAXIMUM}
                isMultiline
                isRequired
              />
            )}
          </Box>
        </Section>
        <Box sx={{ display: "flex", gap: 2 }}>
          <Button
            type="submit"
            variant="contained"
            disabled={form.isSending || (isOurs && !fields.reason.trim())}
          >
            {words.begin}
          </Button>
          <Button color="inherit" component={Link} to="/exports">
            {act.cancel}
          </Button>
        </Box>
      </Box>
    </Page>
  );
}

type TickProps = { label: string; isOn: boolean; set(isOn: boolean): void };

const Tick = ({ label, isOn, set }: TickProps) => (
  <FormControlLabel
    label={label}
    control={<Checkbox checked={isOn} onChange={(_event, next) => set(next)} sx={{ py: 0.5 }} />}
  />
);
