// A file that was sent and looked at: what was recognised, which column says what, what would become of its rows. Then
// it begins, or not.
import { Facts } from "../design/facts";
import { Section } from "../design/section";
import { useAnswer } from "../api/use-answer";
import { Answered, Empty } from "../design/states";
import { useMoments } from "../words/moments";
import { useSizes } from "../words/sizes";
import { useConsoleWords } from "../words/words";
import { BeginImport } from "./begin-import";
import type { ImportFound } from "./import-state";
import { ImportPreview } from "./imports.documents";
import { Mapping } from "./mapping";
import { Preview } from "./preview";

export function PreparedImport({ of }: { of: ImportFound }) {
  const { imports: words } = useConsoleWords().marketing;
  const preview = useAnswer(ImportPreview, { id: of.id });
  return (
    <>
      <Recognised of={of} />
      <Answered of={preview} find={(answer) => [answer.importPreview] as const}>
        {([found]) =>
          found ? (
            <>
              <Mapping of={of} columns={found.columns} />
              <Preview of={of} preview={found} isOld={preview.isFetching} />
              <BeginImport of={of} />
            </>
          ) : (
            <Empty icon="lock" title={words.noPreview} />
          )
        }
      </Answered>
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
