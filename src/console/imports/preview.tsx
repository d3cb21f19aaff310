// What would become of a file's rows, by those at its beginning: counted, and the first of them with what they say.
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { Figures } from "./import-figures";
import { ImportRow, ImportRows } from "./import-row";
import type { ImportFound } from "./import-state";
import type { ImportPreviewQuery } from "./imports.documents";

type Found = NonNullable<ImportPreviewQuery["importPreview"]>;
type PreviewProps = { of: ImportFound; preview: Found; isOld: boolean };

export function Preview({ of, preview, isOld }: PreviewProps) {
  const { imports: words, importPredictions } = useConsoleWords().marketing;
  const { number } = useMoments();
  const [isErrorsOnly, setErrorsOnly] = useState(false);
  const fields = of.fields.map(({ field }) => field);
  const rows = preview.rows.filter(({ message }) => !isErrorsOnly || message !== null);
  return (
    <Section
      title={words.previewTitle}
      about={words.previewOf(number(preview.rowsLookedAt))}
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
                checked={isErrorsOnly}
                onChange={(_event, isOn) => setErrorsOnly(isOn)}
                sx={{ py: 0.5 }}
              />
            }
            sx={{ mb: 2 }}
          />
        </Box>
        {rows.length === 0 ? (
          <Typography color="textSecondary" sx={{ px: 4, pb: 4 }}>
            {words.noErrorsShown}
          </Typography>
        ) : (
          <ImportRows fields={fields} hasState>
            {rows.map(({ row, prediction, message, cells }) => (
              <ImportRow
                key={row}
                row={row}
                fields={fields}
                cells={cells}
                prediction={prediction}
                message={message}
              />
            ))}
          </ImportRows>
        )}
      </Box>
    </Section>
  );
}
