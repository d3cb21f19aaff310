// Having a file made of the company's users, or of who looked at what is the company's.
import Typography from "@mui/material/Typography";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { usePortalWords } from "../words/words";
import { ExportOfOursStart, ExportsOfOurs, type ExportFormat } from "./exports.documents";
import { WhatWaitsForAdministrator } from "./start.documents";

const REASON_MAXIMUM = 500;

type Asked = { kind: "PLATFORM_USERS" | "ACCESS_LOG"; format: ExportFormat; reason: string };
const USERS: Asked = { kind: "PLATFORM_USERS", format: "CSV", reason: "" };

export function StartExport({ close }: { close(): void }) {
  const { exports: words } = usePortalWords().portal;
  const form = useForm({
    initial: USERS,
    document: ExportOfOursStart,
    input: (input) => ({ input }),
    errorsOf: ({ exportStart }) => exportStart.userErrors,
    changes: [ExportsOfOurs.name, WhatWaitsForAdministrator.name],
    done: () => {
      tell({ text: words.started });
      close();
    },
  });
  const { kind, format, reason } = form.fields;
  const choicesOf = (titles: Record<string, string>) =>
    Object.entries(titles).map(([value, title]) => ({ value, title }));
  return (
    <FormDialog
      isOpen
      title={words.startTitle}
      close={close}
      act={words.begin}
      form={form}
      isBlocked={!reason.trim()}
    >
      <Typography variant="body2">{words.startDetail}</Typography>
      <Field
        label={words.kind}
        value={kind}
        set={(value) => form.set({ kind: value as Asked["kind"] })}
        error={form.errorOf("kind")}
        choices={choicesOf(words.kinds)}
        {...(kind === "ACCESS_LOG" && { hint: words.sealed })}
      />
      {kind === "PLATFORM_USERS" && (
        <Field
          label={words.format}
          value={format}
          set={(value) => form.set({ format: value as ExportFormat })}
          error={form.errorOf("format")}
          choices={choicesOf(words.formats)}
        />
      )}
      <Field
        label={words.reason}
        value={reason}
        set={(value) => form.set({ reason: value })}
        error={form.errorOf("reason")}
        maximum={REASON_MAXIMUM}
        isMultiline
        isRequired
        isFocused
      />
    </FormDialog>
  );
}
