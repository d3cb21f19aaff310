// Prospects were told that we hold their data: on which day is asked, and kept for each (GDPR Art. 14(3)).
import Typography from "@mui/material/Typography";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { today } from "../words/days";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import {
  Prospect,
  Prospects,
  ProspectsDueToBeInformed,
  ProspectsInformed,
} from "./prospects.documents";

/** So many the API takes at once. */
export const AT_ONCE = 100;

type InformDialogProps = { ids: readonly string[]; close(): void; done?(): void };

export function InformDialog({ ids, close, done }: InformDialogProps) {
  const words = useConsoleWords().marketing.informing;
  const { number } = useMoments();
  const form = useForm({
    initial: { informedOn: today() },
    document: ProspectsInformed,
    input: ({ informedOn }) => ({ input: { ids: [...ids], informedOn } }),
    errorsOf: ({ prospectsInformed }) => prospectsInformed.userErrors,
    changes: [Prospects.name, Prospect.name, ProspectsDueToBeInformed.name],
    done: ({ prospectsInformed }) => {
      tell({ text: words.done(number(prospectsInformed.informed ?? 0)) });
      done?.();
      close();
    },
  });
  return (
    <FormDialog
      isOpen
      title={words.title(number(ids.length))}
      close={close}
      act={words.mark}
      form={form}
      isBlocked={!form.fields.informedOn}
    >
      <Typography variant="body2" color="textSecondary">
        {words.detail}
      </Typography>
      <Field
        label={words.day}
        type="date"
        {...form.field("informedOn")}
        isFocused
        more={{ max: today() }}
      />
    </FormDialog>
  );
}
