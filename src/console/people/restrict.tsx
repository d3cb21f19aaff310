// Processing is restricted on a ground of the law (GDPR Art. 18(1)), and the restriction lifted once the person was told.
import { choicesOf } from "../design/form/choices";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { RestrictionLift, RestrictionRecord, type RestrictionGround } from "./people.documents";
import {
  CHANGED,
  evidenceOf,
  NO_EVIDENCE,
  RecordingDialog,
  type RecordingProps,
} from "./recording";

export function Restrict({ subject, close }: RecordingProps) {
  const { acts, grounds } = useConsoleWords().privacy;
  const { ACCURACY_CONTESTED, PROCESSING_UNLAWFUL, NEEDED_FOR_CLAIMS } = grounds;
  const form = useForm({
    initial: { ...NO_EVIDENCE, ground: "ACCURACY_CONTESTED" },
    document: RestrictionRecord,
    input: (fields) => ({
      input: {
        ...subject,
        ground: fields.ground as RestrictionGround,
        evidence: evidenceOf(fields),
      },
    }),
    errorsOf: ({ restrictionRecord }) => restrictionRecord.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.restricted });
    },
  });
  return (
    <RecordingDialog form={form} title={acts.restrict} about={acts.restrictAbout} close={close}>
      <Field
        label={acts.ground}
        {...form.field("ground")}
        choices={choicesOf({ ACCURACY_CONTESTED, PROCESSING_UNLAWFUL, NEEDED_FOR_CLAIMS })}
      />
    </RecordingDialog>
  );
}

export function LiftRestriction({ id, close }: { id: string; close(): void }) {
  const { acts } = useConsoleWords().privacy;
  const form = useForm({
    initial: NO_EVIDENCE,
    document: RestrictionLift,
    input: (fields) => ({ input: { id, evidence: evidenceOf(fields) } }),
    errorsOf: ({ restrictionLift }) => restrictionLift.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.lifted });
    },
  });
  return (
    <RecordingDialog
      form={form}
      title={acts.lift}
      about={acts.liftAbout}
      close={close}
      isDangerous
    />
  );
}
