// Recording what a person wants: a form with what it is about, and below it the evidence, the same for each.
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { FormDialog, type FormOfDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import type { BoundField } from "../design/form/use-form";
import { useConsoleWords } from "../words/words";
import { momentOf } from "./local-moment";
import {
  LawfulnessAtMoment,
  LawfulnessOfRecord,
  PersonByAddress,
  type SubjectKind,
} from "./people.documents";
import { ErasuresForPrivacy } from "../erasures/erasures.documents";

export type Subject = { kind: SubjectKind; id: string };

/** Each dialog is about one record, and closes when it is done. */
export type RecordingProps = { subject: Subject; close(): void };

export const NO_EVIDENCE = { source: "", wording: "", at: "" };
type Evidence = typeof NO_EVIDENCE;

/** As the API takes it: without a moment it is now. */
export const evidenceOf = ({ source, wording, at }: Evidence) => ({
  source,
  wording,
  ...(at && { at: momentOf(at) }),
});

/** Whose answers are others afterwards. */
export const CHANGED = [
  LawfulnessOfRecord.name,
  LawfulnessAtMoment.name,
  PersonByAddress.name,
  ErasuresForPrivacy.name,
];

const SOURCE_MAXIMUM = 200;
const WORDING_MAXIMUM = 2_000;

type RecordingForm = FormOfDialog & {
  fields: Evidence;
  field(name: keyof Evidence): BoundField;
};

type RecordingDialogProps = {
  form: RecordingForm;
  title: string;
  about: string;
  close(): void;
  isDangerous?: boolean;
  isBlocked?: boolean;
  children?: ReactNode;
};

export function RecordingDialog({
  form,
  title,
  about,
  close,
  isDangerous = false,
  isBlocked = false,
  children,
}: RecordingDialogProps) {
  const { acts } = useConsoleWords().privacy;
  const { fields, field } = form;
  return (
    <FormDialog
      isOpen
      title={title}
      close={close}
      act={title}
      form={form}
      isDangerous={isDangerous}
      isBlocked={isBlocked || !fields.source.trim() || !fields.wording.trim()}
    >
      <Typography variant="body2">{about}</Typography>
      {children}
      <Field
        label={acts.source}
        {...field("source")}
        hint={acts.sourceHint}
        maximum={SOURCE_MAXIMUM}
        isRequired
      />
      <Field
        label={acts.wording}
        {...field("wording")}
        maximum={WORDING_MAXIMUM}
        isMultiline
        isRequired
      />
      <Field label={acts.at} type="datetime-local" {...field("at")} hint={acts.atHint} />
    </FormDialog>
  );
}
