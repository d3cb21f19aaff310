// Rows of a file, each with what it says by field, what would become of it, and why it is not brought in. What can be
// done about a row stands at its end.
import Box from "@mui/material/Box";
import { useId, type ReactNode } from "react";
import { Mark, Marks, type MarkTone } from "../design/mark";
import { useConsoleWords } from "../words/words";
import type { ImportField, ImportPrediction } from "./imports.documents";

type ImportRowsProps = { fields: readonly ImportField[]; hasState?: boolean; children: ReactNode };

export function ImportRows({ fields, hasState = false, children }: ImportRowsProps) {
  const { imports: words, importFields } = useConsoleWords().marketing;
  const id = useId();
  return (
    <Box
      role="region"
      aria-labelledby={id}
      tabIndex={0}
      sx={{ overflow: "auto", maxHeight: 480, borderTop: 1, borderColor: "divider" }}
    >
      <Box component="table" sx={TABLE} aria-labelledby={id}>
        <Box component="caption" id={id} sx={HIDDEN}>
          {words.rowsTitle}
        </Box>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            {hasState && <th scope="col">{words.state}</th>}
            {fields.map((field) => (
              <th scope="col" key={field}>
                {importFields[field]}
              </th>
            ))}
            {fields.length === 0 && <th scope="col">{words.why}</th>}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Box>
    </Box>
  );
}

type ImportRowProps = {
  row: number;
  fields: readonly ImportField[];
  cells: readonly { field: ImportField; text: string }[];
  prediction?: ImportPrediction;
  isMended?: boolean;
  /** Why it is not brought in. */
  message?: string | null;
  /** What can be done about it. */
  act?: ReactNode;
};

const TONES: Record<ImportPrediction, MarkTone> = {
  NEW: "OPEN",
  CHANGED: "OPEN",
  UNCHANGED: "PLAIN",
  STOPPED: "WAITING",
  SUPPRESSED: "CLOSED",
  REFUSED: "CLOSED",
  LEFT_OUT: "PLAIN",
};

export function ImportRow({
  row,
  fields,
  cells,
  prediction,
  isMended = false,
  message,
  act,
}: ImportRowProps) {
  const { importPredictions, imports: words } = useConsoleWords().marketing;
  const said = new Map(cells.map(({ field, text }) => [field, text]));
  const width = fields.length + (prediction ? 1 : 0);
  const why = message && (
    <Box dir="auto" sx={{ color: "error.main", whiteSpace: "normal" }}>
      {message}
    </Box>
  );
  if (fields.length === 0) {
    return (
      <tr>
        <th scope="row">{row}</th>
        <td>
          {why}
          {act}
        </td>
      </tr>
    );
  }
  return (
    <>
      <tr data-error={why ? true : undefined}>
        <th scope="row" rowSpan={why || act ? 2 : 1}>
          {row}
        </th>
        {prediction && (
          <td>
            <Marks>
              <Mark tone={TONES[prediction]}>{importPredictions[prediction]}</Mark>
              {isMended && prediction !== "LEFT_OUT" && <Mark>{words.mended}</Mark>}
            </Marks>
          </td>
        )}
        {fields.map((field) => (
          <td key={field} dir="auto" title={said.get(field)}>
            {said.get(field)}
          </td>
        ))}
      </tr>
      {(why || act) && (
        <tr data-below>
          <td colSpan={width}>
            {why}
            {act}
          </td>
        </tr>
      )}
    </>
  );
}

const TABLE = {
  borderCollapse: "collapse",
  width: "100%",
  typography: "body2",
  "& th, & td": {
    textAlign: "start",
    verticalAlign: "top",
    px: 2,
    py: 1.5,
    borderBottom: 1,
    borderColor: "divider",
    fontWeight: 400,
  },
  "& th:first-of-type": {
    pl: 4,
    width: "5rem",
    fontVariantNumeric: "tabular-nums",
    color: "text.secondary",
  },
  "& td[title]": {
    maxWidth: "18rem",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  "& thead th": {
    position: "sticky",
    top: 0,
    bgcolor: "background.paper",
    typography: "caption",
    fontWeight: 560,
    color: "text.secondary",
    whiteSpace: "nowrap",
  },
  "& tr[data-error] > td": { borderBottom: 0 },
  "& tr[data-below] > td": { pt: 0 },
} as const;

const HIDDEN = {
  position: "absolute",
  width: 1,
  height: 1,
  overflow: "hidden",
  clip: "rect(0 0 0 0)",
};
