// A consent is recorded with what shows it (GDPR Art. 7(1)), and withdrawn as easily (Art. 7(3)).
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ConsentRecord, ConsentWithdraw, type Purpose } from "./people.documents";
import { usePurposeChoices } from "./purpose-choices";
import {
  CHANGED,
  evidenceOf,
  NO_EVIDENCE,
  RecordingDialog,
  type RecordingProps,
} from "./recording";

type ConsentProps = RecordingProps & { purposes: readonly Purpose[] };

export function RecordConsent({
  subject,
  close,
  purposes,
  noticeVersion,
}: ConsentProps & { noticeVersion: string }) {
  const { acts } = useConsoleWords().privacy;
  const choices = usePurposeChoices(purposes);
  const form = useForm({
    initial: { ...NO_EVIDENCE, purpose: purposes[0] ?? "", noticeVersion },
    document: ConsentRecord,
    input: (fields) => ({
      input: {
        ...subject,
        purpose: fields.purpose as Purpose,
        noticeVersion: fields.noticeVersion,
        evidence: evidenceOf(fields),
      },
    }),
    errorsOf: ({ consentRecord }) => consentRecord.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.consented });
    },
  });
  return (
    <RecordingDialog
      form={form}
      title={acts.consent}
      about={acts.consentAbout}
      close={close}
      isBlocked={!form.fields.noticeVersion}
    >
      <Field label={acts.purpose} {...form.field("purpose")} choices={choices} />
      <Field
        label={acts.noticeVersion}
        {...form.field("noticeVersion")}
        hint={acts.noticeHint}
        isRequired
      />
    </RecordingDialog>
  );
}

export function WithdrawConsent({ subject, close, purposes }: ConsentProps) {
  const { acts } = useConsoleWords().privacy;
  const choices = usePurposeChoices(purposes);
  const form = useForm({
    initial: { ...NO_EVIDENCE, purpose: purposes[0] ?? "" },
    document: ConsentWithdraw,
    input: (fields) => ({
      input: { ...subject, purpose: fields.purpose as Purpose, evidence: evidenceOf(fields) },
    }),
    errorsOf: ({ consentWithdraw }) => consentWithdraw.userErrors,
    changes: CHANGED,
    done: () => {
      close();
      tell({ text: acts.withdrawn });
    },
  });
  return (
    <RecordingDialog
      form={form}
      title={acts.withdraw}
      about={acts.withdrawAbout}
      close={close}
      isDangerous
    >
      <Field label={acts.purpose} {...form.field("purpose")} choices={choices} />
    </RecordingDialog>
  );
}
