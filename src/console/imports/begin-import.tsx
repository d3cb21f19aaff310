// An import begins: where its people are from and what shows their consent is asked once, and kept for each of them.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { LeaveGuard } from "../design/form/leave-guard";
import { useForm } from "../design/form/use-form";
import { Section } from "../design/section";
import { instantOf } from "../words/days";
import { useConsoleWords } from "../words/words";
import type { ImportFound } from "./import-state";
import { Import, Imports, ImportStart } from "./imports.documents";

const SOURCE_MAXIMUM = 200;
const WORDING_MAXIMUM = 2_000;
const EMPTY = { source: "", wording: "" };

type BeginImportProps = {
  of: ImportFound;
  /** As it is typed, above the rows that it is about. */
  confirmedAt: string;
};

export function BeginImport({ of, confirmedAt }: BeginImportProps) {
  const { imports: words } = useConsoleWords().marketing;
  const form = useForm({
    initial: EMPTY,
    document: ImportStart,
    input: ({ source, wording }: typeof EMPTY) => ({
      input: {
        ...{ id: of.id, source },
        ...(wording.trim() && { wording }),
        ...(confirmedAt && { confirmedAt: instantOf(confirmedAt) }),
      },
    }),
    errorsOf: ({ importStart }) => importStart.userErrors,
    changes: [Import.name, Imports.name],
  });
  const { fields, field } = form;
  return (
    <Section title={words.beginTitle}>
      <LeaveGuard isDirty={form.isDirty || confirmedAt !== ""} />
      <Box
        component="form"
        noValidate
        onSubmit={form.submit}
        sx={{ display: "grid", gap: 1, maxWidth: 560 }}
      >
        <Faults form={form} />
        <Field
          label={words.source}
          {...field("source")}
          hint={words.sourceHint}
          maximum={SOURCE_MAXIMUM}
          isRequired
        />
        {of.kind === "SUBSCRIBERS" && (
          <Field
            label={words.wording}
            {...field("wording")}
            maximum={WORDING_MAXIMUM}
            isMultiline
          />
        )}
        <Button
          type="submit"
          variant="contained"
          disabled={form.isSending || !fields.source.trim()}
          sx={{ justifySelf: "start" }}
        >
          {words.begin}
        </Button>
      </Box>
    </Section>
  );
}
