// What a form was told that belongs to none of its fields.
import Alert from "@mui/material/Alert";
import { Fault, isSessionOver } from "../../api/fault";
import { useSharedWords } from "../../words/words";
import { useFaultWords } from "../states";
import type { UserError } from "./use-form";

type FaultsProps = { form: { otherErrors: readonly UserError[]; fault: unknown } };

export function Faults({ form: { otherErrors, fault } }: FaultsProps) {
  // the end of the session is told over the page, and is over once one has signed in again
  const isTold = fault && !isSessionOver(fault);
  if (otherErrors.length === 0 && !isTold) return null;
  return (
    <Alert severity="error" role="alert">
      {otherErrors.map(({ message }) => (
        <div key={message}>{message}</div>
      ))}
      {isTold ? <FaultLines error={fault} /> : null}
    </Alert>
  );
}

function FaultLines({ error }: { error: unknown }) {
  const words = useSharedWords();
  const { title, detail } = useFaultWords(error);
  const reference = error instanceof Fault ? error.reference : null;
  return (
    <>
      <div>{detail || title}</div>
      {reference && <code>{words.fault.reference(reference)}</code>}
    </>
  );
}
