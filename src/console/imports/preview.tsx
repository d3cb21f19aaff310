// What would become of a file's rows, by those that were looked at: counted, and shown. Those in error are found
// wherever they stand, and mended in place.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { Figures } from "./import-figures";
import { ImportRows } from "./import-row";
import type { ImportFound } from "./import-state";
import { MendableRow } from "./mendable-row";
import type { ImportPreviewQuery, ImportPreviewQueryVariables } from "./imports.documents";

type Found = NonNullable<ImportPreviewQuery["importPreview"]>;
export type RowsShown = Omit<ImportPreviewQueryVariables, "id">;

export const FIRST_ROWS: RowsShown = { afterRow: 0, first: 20, predictions: null };
const IN_ERROR: RowsShown = { afterRow: 0, first: 50, predictions: ["REFUSED", "LEFT_OUT"] };

type PreviewProps = {
  of: ImportFound;
  preview: Found;
  isOld: boolean;
  shown: RowsShown;
  show(shown: RowsShown): void;
};

export function Preview({ of, preview, isOld, shown, show }: PreviewProps) {
  const { imports: words, importPredictions } = useConsoleWords().marketing;
  const { number } = useMoments();
  const fields = of.fields.map(({ field }) => field);
  const { rows, rowsLookedAt, isWholeFile } = preview;
  const looked = number(rowsLookedAt);
  const last = rows.at(-1)?.row ?? 0;
  return (
    <Section
      title={words.previewTitle}
      about={isWholeFile ? words.previewOfAll(looked) : words.previewOf(looked)}
      isFlush
    >
      <Box aria-busy={isOld} sx={{ opacity: isOld ? 0.6 : 1 }}>
        <Box sx={{ px: 4 }}>
          <Figures
            figures={preview.counts.map(({ prediction, count }) => ({
              title: importPredictions[prediction],
              value: number(count),
            }))}
          />
          <FormControlLabel
            label={words.onlyErrors}
            control={
              <Checkbox
                checked={Boolean(shown.predictions)}
                onChange={(_event, isOn) => show(isOn ? IN_ERROR : FIRST_ROWS)}
                sx={{ py: 0.5 }}
              />
            }
            sx={{ mb: 2 }}
          />
        </Box>
        {rows.length === 0 ? (
          <Typography color="textSecondary" sx={{ px: 4, pb: 4 }}>
            {shown.afterRow > 0 ? words.noMoreRows : words.noErrorsShown}
          </Typography>
        ) : (
          <ImportRows fields={fields} hasState>
            {rows.map((row) => (
              <MendableRow key={row.row} importId={of.id} row={row} fields={fields} />
            ))}
          </ImportRows>
        )}
        <Box sx={{ display: "flex", gap: 2, p: 3 }}>
          {shown.afterRow > 0 && (
            <Button onClick={() => show({ ...shown, afterRow: 0 })}>{words.firstRows}</Button>
          )}
          {rows.length === shown.first && (
            <Button onClick={() => show({ ...shown, afterRow: last })}>{words.nextRows}</Button>
          )}
        </Box>
      </Box>
    </Section>
  );
}
