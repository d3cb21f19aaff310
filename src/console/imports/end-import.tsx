// What can be done about a whole import: end it, or take back what it brought. Both are asked first, in numbers.
import { AskedFirst } from "../design/form/asked-first";
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
  return (
    <AskedFirst
      title={words.cancel}
      question={words.cancelTitle}
      document={ImportCancel}
      variables={{ input: { id } }}
      errorsOf={({ importCancel }) => importCancel.userErrors}
      changes={CHANGES}
      done={() => tell({ text: words.cancelled })}
    >
      {state === "PREPARED" ? words.cancelPreparedDetail : words.cancelDetail}
    </AskedFirst>
  );
}

function Undo({ of: { id, added, changed } }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const { number } = useMoments();
  return (
    <AskedFirst
      title={words.undo}
      icon="undo"
      question={words.undoTitle}
      document={ImportUndo}
      variables={{ input: { id } }}
      errorsOf={({ importUndo }) => importUndo.userErrors}
      changes={CHANGES}
      done={() => tell({ text: words.undoBegun })}
    >
      {words.undoDetail(number(added), number(changed))}
    </AskedFirst>
  );
}
