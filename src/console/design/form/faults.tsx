// What a form was told that belongs to none of its fields.
import Alert from "@mui/material/Alert";
import { Fault } from "../../api/fault";
import { useSharedWords } from "../../words/words";
import { useFaultWords } from "../states";
import type { UserError } from "./use-form";

type FaultsProps = { form: { otherErrors: readonly UserError[]; fault: unknown } };

export function Faults({ form: { otherErrors, fault } }: FaultsProps) {
  if (otherErrors.length === 0 && !fault) return null;
  return (
    <Alert severity="error" role="alert">
      {otherErrors.map(({ message }) => (
        <div key={message}>{message}</div>
      ))}
      {fault ? <FaultLines error={fault} /> : null}
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
