// A question that has to be answered first, or a short form. Esc and «cancel» leave everything as it was; what was
// typed is not thrown away by a click beside it.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, type FormEvent, type ReactNode } from "react";
import { useIsAway } from "../../api/reachable";
import { useSharedWords } from "../../words/words";
import { Faults } from "./faults";
import type { UserError } from "./use-form";

/** What useForm answers, as far as a dialog needs it. */
export type FormOfDialog = {
  submit(event: FormEvent): void;
  isSending: boolean;
  isDirty: boolean;
  otherErrors: readonly UserError[];
  fault: unknown;
};

/** Of a dialog that sends nothing itself. */
export const NOTHING_TOLD = { isSending: false, isDirty: false, otherErrors: [], fault: null };

type FormDialogProps = {
  isOpen: boolean;
  title: string;
  close(): void;
  /** What the button says: the verb itself. */
  act: string;
  /** What stands beside it, where «cancel» says too little. */
  cancel?: string;
  form: FormOfDialog;
  isDangerous?: boolean;
  isBlocked?: boolean;
  /** For what stands side by side. */
  isWide?: boolean;
  children: ReactNode;
};

export function FormDialog({
  isOpen,
  title,
  close,
  act,
  cancel,
  form,
  isDangerous = false,
  isBlocked = false,
  isWide = false,
  children,
}: FormDialogProps) {
  const words = useSharedWords();
  const id = useId();
  return (
    <Dialog
      open={isOpen}
      onClose={(_event, reason) =>
        reason === "backdropClick" && form.isDirty ? undefined : close()
      }
      aria-labelledby={id}
      fullWidth
      maxWidth={isWide ? "sm" : "xs"}
    >
      <form onSubmit={form.submit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: "grid", gap: 3, pt: 1 }}>
            {children}
            <Faults form={form} />
            <WhileAway isSending={form.isSending} />
          </Box>
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 5 }}>
          <Button color="inherit" onClick={close}>
            {cancel ?? words.act.cancel}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={isDangerous ? "error" : "primary"}
            disabled={form.isSending || isBlocked}
          >
            {act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The banner of the page lies behind the dialog. */
function WhileAway({ isSending }: { isSending: boolean }) {
  const { fault } = useSharedWords();
  const isShown = useIsAway() && isSending;
  return <div role="status">{isShown && <Alert severity="warning">{fault.away}</Alert>}</div>;
}
