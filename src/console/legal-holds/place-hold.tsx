// A hold keeps named items of one record from being erased, for a reason and until a day.
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { ErasuresForPrivacy } from "../erasures/erasures.documents";
import { Checks } from "../design/form/checks";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { useItems } from "./items";
import { LegalHoldPlace, LegalHoldsForPrivacy, type SubjectKind } from "./legal-holds.documents";

type PlaceHoldProps = { subject: { kind: SubjectKind; id: string }; close(): void };

const REASON_MAXIMUM = 2_000;

export function PlaceHold({ subject, close }: PlaceHoldProps) {
  const { holds } = useConsoleWords().privacy;
  const { choicesFor } = useItems();
  const form = useForm({
    initial: { items: [] as string[], isWholeRecord: false, reason: "", endsOn: "" },
    document: LegalHoldPlace,
    input: ({ items, isWholeRecord, reason, endsOn }) => ({
      input: { ...subject, items: isWholeRecord ? [] : items, isWholeRecord, reason, endsOn },
    }),
    errorsOf: ({ legalHoldPlace }) => legalHoldPlace.userErrors,
    changes: [LegalHoldsForPrivacy.name, ErasuresForPrivacy.name],
    done: () => {
      close();
      tell({ text: holds.placed });
    },
  });
  const { items, isWholeRecord, reason, endsOn } = form.fields;
  return (
    <FormDialog
      isOpen
      title={holds.place}
      close={close}
      act={holds.place}
      form={form}
      isBlocked={!reason.trim() || !endsOn || (!isWholeRecord && items.length === 0)}
    >
      <Typography variant="body2">{holds.placeAbout}</Typography>
      <div>
        <Checks
          label={holds.items}
          choices={choicesFor(subject.kind)}
          chosen={items}
          set={(chosen) => form.set({ items: chosen })}
          error={form.errorOf("items")}
          isDisabled={isWholeRecord}
        />
        <FormControlLabel
          label={holds.wholeHint}
          slotProps={{ typography: { variant: "body2" } }}
          control={
            <Checkbox
              checked={isWholeRecord}
              onChange={(_event, isOn) => form.set({ isWholeRecord: isOn })}
              sx={{ py: 0.5 }}
            />
          }
        />
      </div>
      <Field
        label={holds.reason}
        value={reason}
        set={(text) => form.set({ reason: text })}
        error={form.errorOf("reason")}
        hint={holds.reasonHint}
        maximum={REASON_MAXIMUM}
        isMultiline
        isRequired
      />
      <Field
        label={holds.endsOn}
        type="date"
        value={endsOn}
        set={(day) => form.set({ endsOn: day })}
        error={form.errorOf("endsOn")}
        isRequired
      />
    </FormDialog>
  );
}
