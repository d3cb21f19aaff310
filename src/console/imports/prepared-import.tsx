// A file that was sent and looked at: what was recognised, which column says what, what would become of its rows. Then
// it begins, or not.
import { useState } from "react";
import { Facts } from "../design/facts";
import { Section } from "../design/section";
import { Empty, FaultNotice, Waiting } from "../design/states";
import { useMoments } from "../words/moments";
import { useSizes } from "../words/sizes";
import { useConsoleWords } from "../words/words";
import { BeginImport } from "./begin-import";
import type { ImportFound } from "./import-state";
import type { ImportPrediction } from "./imports.documents";
import { Mapping } from "./mapping";
import { Preview } from "./preview";
import { usePreview } from "./use-preview";

export function PreparedImport({ of }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const [confirmedAt, setConfirmedAt] = useState("");
  const [shown, setShown] = useState<ImportPrediction | null>(null);
  const looked = usePreview({ id: of.id, confirmedAt, shown });
  const { preview } = looked;
  return (
    <>
      <Recognised of={of} />
      {preview && (
        <>
          <Mapping of={of} columns={preview.columns} />
          <Preview
            of={of}
            preview={preview}
            looked={looked}
            shown={shown}
            show={setShown}
            confirmedAt={confirmedAt}
            setConfirmedAt={setConfirmedAt}
          />
          <BeginImport of={of} confirmedAt={confirmedAt} />
        </>
      )}
      {preview === null && <Empty icon="lock" title={words.noPreview} />}
      {preview === undefined &&
        (looked.error ? (
          <FaultNotice error={looked.error} again={() => void looked.refetch()} />
        ) : (
          <Waiting lines={8} />
        ))}
    </>
  );
}

function Recognised({ of }: { of: ImportFound }) {
  const { imports: words, importTools } = useConsoleWords().marketing;
  const { number } = useMoments();
  const size = useSizes();
  return (
    <Section title={words.recognised}>
      <Facts
        facts={[
          [words.tool, importTools[of.tool]],
          [words.encoding, of.encoding],
          [words.delimiter, words.delimiters[of.delimiter] ?? of.delimiter],
          [words.columnCount, number(of.columns.length)],
          [words.bytes, size(of.byteCount)],
        ]}
      />
    </Section>
  );
}
