// What can be done about a whole import: end it, or take back what it brought. Both are asked first, in numbers.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { FormDialog } from "../design/form/dialog";
import { Faults } from "../design/form/faults";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import type { ImportFound } from "./import-state";
import { Import, ImportCancel, Imports, ImportUndo, type ImportState } from "./imports.documents";

const MAY_END: readonly ImportState[] = ["PREPARED", "QUEUED", "RUNNING"];
const MAY_BE_UNDONE: readonly ImportState[] = ["DONE", "CANCELLED", "FAILED"];
const CHANGES = [Import.name, Imports.name];

export function EndImport({ of }: { of: ImportFound }) {
  if (MAY_END.includes(of.state)) return <Cancel of={of} />;
  if (MAY_BE_UNDONE.includes(of.state) && of.startedAt) return <Undo of={of} />;
  return null;
}

function Cancel({ of: { id, state } }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const [isAsked, setAsked] = useState(false);
  const form = useForm({
    initial: {},
    document: ImportCancel,
    input: () => ({ input: { id } }),
    errorsOf: ({ importCancel }) => importCancel.userErrors,
    changes: CHANGES,
    done: () => {
      setAsked(false);
      tell({ text: words.cancelled });
    },
  });
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setAsked(true)}>
        {words.cancel}
      </Button>
      <FormDialog
        isOpen={isAsked}
        isDangerous
        title={words.cancelTitle}
        close={() => setAsked(false)}
        act={words.cancel}
        submit={form.submit}
        isSending={form.isSending}
      >
        <Typography>
          {state === "PREPARED" ? words.cancelPreparedDetail : words.cancelDetail}
        </Typography>
        <Faults form={form} />
      </FormDialog>
    </>
  );
}

function Undo({ of: { id, added, changed } }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const { number } = useMoments();
  const [isAsked, setAsked] = useState(false);
  const form = useForm({
    initial: {},
    document: ImportUndo,
    input: () => ({ input: { id } }),
    errorsOf: ({ importUndo }) => importUndo.userErrors,
    changes: CHANGES,
    done: () => {
      setAsked(false);
      tell({ text: words.undoBegun });
    },
  });
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon name="undo" />}
        onClick={() => setAsked(true)}
      >
        {words.undo}
      </Button>
      <FormDialog
        isOpen={isAsked}
        isDangerous
        title={words.undoTitle}
        close={() => setAsked(false)}
        act={words.undo}
        submit={form.submit}
        isSending={form.isSending}
      >
        <Typography>{words.undoDetail(number(added), number(changed))}</Typography>
        <Faults form={form} />
      </FormDialog>
    </>
  );
}
