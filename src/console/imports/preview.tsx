// What would become of a file's rows, by those at its beginning: counted, and each with what it says. What is wrong in a
// row is mended here, or the row is left out.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { Field } from "../design/form/field";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { Figures } from "./import-figures";
import { ImportRow, ImportRows } from "./import-row";
import type { ImportFound } from "./import-state";
import type { ImportPrediction } from "./imports.documents";
import { isMendable, MendRow } from "./mend-row";
import type { PreviewFound, usePreview } from "./use-preview";

type PreviewProps = {
  of: ImportFound;
  preview: PreviewFound;
  looked: Pick<
    ReturnType<typeof usePreview>,
    "rows" | "isFetching" | "hasNextPage" | "isFetchingNextPage" | "fetchNextPage"
  >;
  shown: ImportPrediction | null;
  show(prediction: ImportPrediction | null): void;
  confirmedAt: string;
  setConfirmedAt(confirmedAt: string): void;
};

export function Preview({
  of,
  preview,
  looked,
  shown,
  show,
  confirmedAt,
  setConfirmedAt,
}: PreviewProps) {
  const { act, list } = useSharedWords();
  const { imports: words, importPredictions } = useConsoleWords().marketing;
  const { number } = useMoments();
  const fields = of.fields.map(({ field }) => field);
  const count = number(preview.rowsLookedAt);
  return (
    <Section
      title={words.previewTitle}
      about={preview.isWholeFile ? words.previewOfAll(count) : words.previewOf(count)}
      isFlush
    >
      <Box sx={{ px: 4, pb: 2 }}>
        <Figures
          figures={preview.counts.map((each) => ({
            title: importPredictions[each.prediction],
            value: number(each.count),
          }))}
        />
        <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 4 }}>
          <Box sx={{ width: 240 }}>
            <Field
              label={words.show}
              value={shown ?? ""}
              set={(next) => show((next || null) as ImportPrediction | null)}
              choices={[
                { value: "", title: words.allRows },
                ...preview.counts.map((each) => ({
                  value: each.prediction,
                  title: `${importPredictions[each.prediction]} (${number(each.count)})`,
                })),
              ]}
            />
          </Box>
          {of.kind === "SUBSCRIBERS" && (
            <Box sx={{ width: 280 }}>
              <Field
                label={words.confirmedAt}
                type="datetime-local"
                value={confirmedAt}
                set={setConfirmedAt}
                hint={words.confirmedHint}
              />
            </Box>
          )}
        </Box>
      </Box>
      <Box aria-busy={looked.isFetching}>
        <LinearProgress
          aria-label={list.loading}
          sx={{ height: 2, visibility: looked.isFetching ? "visible" : "hidden" }}
        />
        {looked.rows.length === 0 ? (
          <Typography color="textSecondary" sx={{ px: 4, pb: 4 }}>
            {words.noSuchRow}
          </Typography>
        ) : (
          <ImportRows fields={fields} hasState>
            {looked.rows.map((row) => (
              <ImportRow
                key={row.row}
                row={row.row}
                fields={fields}
                cells={row.cells}
                prediction={row.prediction}
                isMended={row.isMended}
                message={row.message}
                act={isMendable(row) && <MendRow key={String(row.isMended)} of={of} row={row} />}
              />
            ))}
          </ImportRows>
        )}
      </Box>
      {looked.hasNextPage && (
        <Button
          onClick={() => void looked.fetchNextPage()}
          disabled={looked.isFetchingNextPage}
          sx={{ m: 2 }}
        >
          {looked.isFetchingNextPage ? list.loadingMore : act.showMore}
        </Button>
      )}
    </Section>
  );
}
