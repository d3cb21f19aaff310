// A hold is lifted before its end: what it kept is named first, since it goes with the next erasure.
import Typography from "@mui/material/Typography";
import { ErasuresForPrivacy } from "../erasures/erasures.documents";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { useItems } from "./items";
import { LegalHoldLift, LegalHoldsForPrivacy } from "./legal-holds.documents";

export type Held = { id: string; isWholeRecord: boolean; items: readonly string[] };

export function LiftHold({ hold, close }: { hold: Held; close(): void }) {
  const { holds } = useConsoleWords().privacy;
  const kept = useKept()(hold);
  const form = useForm({
    initial: {},
    document: LegalHoldLift,
    input: () => ({ input: { id: hold.id } }),
    errorsOf: ({ legalHoldLift }) => legalHoldLift.userErrors,
    changes: [LegalHoldsForPrivacy.name, ErasuresForPrivacy.name],
    done: () => {
      close();
      tell({ text: holds.lifted });
    },
  });
  return (
    <FormDialog
      isOpen
      title={holds.liftTitle}
      close={close}
      act={holds.lift}
      form={form}
      isDangerous
    >
      <Typography>{holds.liftAbout(kept)}</Typography>
    </FormDialog>
  );
}

/** What a hold keeps, in words. */
export function useKept() {
  const { holds } = useConsoleWords().privacy;
  const { titleOf } = useItems();
  const { list } = useMoments();
  return ({ isWholeRecord, items }: Held) =>
    isWholeRecord ? holds.whole : list(items.map(titleOf));
}
