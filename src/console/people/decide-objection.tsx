// An objection is decided, with reasons (GDPR Art. 21(1)).
import { choicesOf } from "../design/form/choices";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ObjectionDecide, type ObjectionOutcome } from "./people.documents";
import { CHANGED, evidenceOf, NO_EVIDENCE, RecordingDialog } from "./recording";

export function DecideObjection({ id, close }: { id: string; close(): void }) {
  const { acts } = useConsoleWords().privacy;
  const form = useForm({
    initial: { ...NO_EVIDENCE, outcome: "UPHELD" },
    document: ObjectionDecide,
    input: (fields) => ({
      input: { id, outcome: fields.outcome as ObjectionOutcome, evidence: evidenceOf(fields) },
    }),
    errorsOf: ({ objectionDecide }) => objectionDecide.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.decided });
    },
  });
  return (
    <RecordingDialog form={form} title={acts.decide} about={acts.decideAbout} close={close}>
      <Field label={acts.outcome} {...form.field("outcome")} choices={choicesOf(acts.outcomes)} />
    </RecordingDialog>
  );
}
