// One row of a file that can be mended in place before the import runs: other texts in its cells, or left out. The file
// stays as it is; what was mended can be taken back.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import InputBase from "@mui/material/InputBase";
import { useState, type FormEvent } from "react";
import { useAct } from "../api/use-answer";
import { Faults } from "../design/form/faults";
import { Icon } from "../design/icons";
import { Mark } from "../design/mark";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords } from "../words/words";
import { ImportRow } from "./import-row";
import {
  ImportPreview,
  ImportRowMend,
  ImportRowUnmend,
  type ImportField,
  type ImportPreviewQuery,
} from "./imports.documents";

type Row = NonNullable<ImportPreviewQuery["importPreview"]>["rows"][number];
type MendableRowProps = { importId: string; row: Row; fields: readonly ImportField[] };

const TEXT_MAXIMUM = 1_000;

export function MendableRow({ importId, row, fields }: MendableRowProps) {
  const { imports: words, importFields } = useConsoleWords().marketing;
  const [texts, setTexts] = useState<Map<ImportField, string> | null>(null);
  const { mend, unmend, isSending, faults } = useMending(importId, row, () => setTexts(null));
  const mendable = row.cells.filter(({ isMendable }) => isMendable);
  const shown = new Map(mendable.map(({ field, text }) => [field, text]));
  const formId = `mend-${row.row}`;
  return (
    <ImportRow
      row={row.row}
      fields={fields}
      cells={row.cells}
      prediction={row.prediction}
      message={row.message}
      {...(texts && {
        mending: (field: ImportField) =>
          texts.has(field) ? (
            <InputBase
              value={texts.get(field) ?? ""}
              onChange={(event) => setTexts(new Map(texts).set(field, event.target.value))}
              inputProps={{
                form: formId,
                "aria-label": words.cellOf(importFields[field], row.row),
                maxLength: TEXT_MAXIMUM,
                dir: "auto",
              }}
              sx={{ border: 1, borderColor: "ground.edge", borderRadius: 1, px: 2, width: "100%" }}
            />
          ) : (
            row.cells.find((cell) => cell.field === field)?.text
          ),
      })}
      act={
        <Box
          component="form"
          id={formId}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            // what was mended before is said again: it is replaced as a whole
            if (texts) mend(row.isMended ? cellsOf(texts) : changedIn(texts, shown));
          }}
          sx={{ display: "flex", gap: 2, alignItems: "center", flexWrap: "wrap", mt: 1 }}
        >
          {texts ? (
            <Mending isSending={isSending} leave={() => setTexts(null)} />
          ) : (
            <>
              {row.isMended && <Mark tone="OPEN">{words.mended}</Mark>}
              <Button
                type="button"
                startIcon={<Icon name="pencil" />}
                onClick={() => setTexts(shown)}
              >
                {words.mend(row.row)}
              </Button>
              {row.isMended || row.prediction === "LEFT_OUT" ? (
                <Button type="button" disabled={isSending} onClick={unmend}>
                  {words.unmend}
                </Button>
              ) : (
                row.message && (
                  <Button type="button" disabled={isSending} onClick={() => mend(null)}>
                    {words.leaveOut}
                  </Button>
                )
              )}
            </>
          )}
          <Faults form={faults} />
        </Box>
      }
    />
  );
}

function Mending({ isSending, leave }: { isSending: boolean; leave(): void }) {
  const { act } = useSharedWords();
  return (
    <>
      <Button type="submit" variant="contained" disabled={isSending}>
        {act.save}
      </Button>
      <Button type="button" color="inherit" onClick={leave}>
        {act.cancel}
      </Button>
    </>
  );
}

type Cell = { field: ImportField; text: string };

const cellsOf = (texts: Map<ImportField, string>): Cell[] =>
  [...texts].map(([field, text]) => ({ field, text }));

const changedIn = (texts: Map<ImportField, string>, shown: Map<ImportField, string>): Cell[] =>
  cellsOf(texts).filter(({ field, text }) => text !== shown.get(field));

/** Null cells leave the row out. */
function useMending(id: string, { row }: Row, done: () => void) {
  const { imports: words } = useConsoleWords().marketing;
  const changes = [ImportPreview.name];
  const mending = useAct(ImportRowMend, {
    changes,
    done: ({ importRowMend }) => {
      if (importRowMend.userErrors.length > 0) return;
      done();
      tell({ text: words.rowMended(row), undo: () => unmend() });
    },
  });
  const taking = useAct(ImportRowUnmend, { changes, done });
  const unmend = () => taking.mutate({ input: { id, row } });
  return {
    mend: (cells: Cell[] | null) =>
      mending.mutate({ input: { id, row, ...(cells ? { cells } : { isLeftOut: true }) } }),
    unmend,
    isSending: mending.isPending || taking.isPending,
    faults: {
      otherErrors: [
        ...(mending.data?.importRowMend.userErrors ?? []),
        ...(taking.data?.importRowUnmend.userErrors ?? []),
      ],
      fault: mending.error ?? taking.error,
    },
  };
}
