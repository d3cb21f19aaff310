// What is to be done to many prospects: which act, and what it needs. It is only looked at; the page that follows says
// what it would do, and begins it.
import Typography from "@mui/material/Typography";
import { useNavigate } from "react-router";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { today } from "../words/days";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  BulkActionPrepare,
  BulkActions,
  type BulkActionKind,
  type BulkActionPrepareInput,
  type ProspectKind,
} from "./bulk-actions.documents";

/** Those chosen, or all that match. */
export type Whom = Pick<BulkActionPrepareInput, "ids" | "filter">;

type ActOnManyProps = { whom: Whom; kind: BulkActionKind; close(): void };

export function ActOnMany({ whom, kind, close }: ActOnManyProps) {
  const { act } = useSharedWords();
  const { bulk, prospectKinds } = useConsoleWords().marketing;
  const navigate = useNavigate();
  const form = useForm({
    initial: { informedOn: today(), prospectKind: "PARTNER" },
    document: BulkActionPrepare,
    input: ({ informedOn, prospectKind }) => ({
      input: {
        ...whom,
        kind,
        ...(kind === "INFORM" ? { informedOn } : { prospectKind: prospectKind as ProspectKind }),
      },
    }),
    errorsOf: ({ bulkActionPrepare }) => bulkActionPrepare.userErrors,
    changes: [BulkActions.name],
    done: ({ bulkActionPrepare: { bulkAction } }) => {
      if (bulkAction) void navigate(`/bulk-actions/${bulkAction.id}`);
    },
  });
  return (
    <FormDialog isOpen title={bulk.kinds[kind]} close={close} act={act.next} form={form}>
      <Typography variant="body2" color="textSecondary">
        {bulk.lookedAtFirst}
      </Typography>
      {kind === "INFORM" ? (
        <Field
          label={bulk.informedOn}
          type="date"
          {...form.field("informedOn")}
          isFocused
          more={{ max: today() }}
        />
      ) : (
        <Field
          label={bulk.prospectKind}
          {...form.field("prospectKind")}
          choices={Object.entries(prospectKinds).map(([value, title]) => ({ value, title }))}
        />
      )}
    </FormDialog>
  );
}
