// A person objects to a purpose: it is closed at once (GDPR Art. 21).
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ObjectionRecord, type Purpose } from "./people.documents";
import {
  CHANGED,
  evidenceOf,
  NO_EVIDENCE,
  RecordingDialog,
  type RecordingProps,
} from "./recording";
import { usePurposeChoices } from "./purpose-choices";

export function RecordObjection({
  subject,
  close,
  purposes,
}: RecordingProps & { purposes: readonly Purpose[] }) {
  const { acts } = useConsoleWords().privacy;
  const choices = usePurposeChoices(purposes);
  const form = useForm({
    initial: { ...NO_EVIDENCE, purpose: purposes[0] ?? "" },
    document: ObjectionRecord,
    input: (fields) => ({
      input: { ...subject, purpose: fields.purpose as Purpose, evidence: evidenceOf(fields) },
    }),
    errorsOf: ({ objectionRecord }) => objectionRecord.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.objected });
    },
  });
  return (
    <RecordingDialog form={form} title={acts.object} about={acts.objectAbout} close={close}>
      <Field label={acts.purpose} {...form.field("purpose")} choices={choices} />
    </RecordingDialog>
  );
}
