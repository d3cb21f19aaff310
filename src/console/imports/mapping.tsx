// Which column says what. A field stands in one column: chosen for another, it leaves the first.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { Faults } from "../design/form/faults";
import { useForm } from "../design/form/use-form";
import { Section } from "../design/section";
import { useConsoleWords } from "../words/words";
import type { ImportFound } from "./import-state";
import {
  Import,
  ImportMappingSet,
  ImportPreview,
  type ImportField,
  type ImportPreviewQuery,
} from "./imports.documents";

type Columns = NonNullable<ImportPreviewQuery["importPreview"]>["columns"];
type Read = { field: ImportField; column: number };

export function Mapping({ of, columns }: { of: ImportFound; columns: Columns }) {
  const { imports: words, importFields } = useConsoleWords().marketing;
  const [read, setRead] = useState<readonly Read[]>(() =>
    of.fields.map(({ field, column }) => ({ field, column })),
  );
  const form = useForm({
    initial: { fields: read },
    document: ImportMappingSet,
    input: ({ fields }: { fields: readonly Read[] }) => ({
      input: { id: of.id, fields: [...fields] },
    }),
    errorsOf: ({ importMappingSet }) => importMappingSet.userErrors,
    changes: [Import.name, ImportPreview.name],
  });
  const hasAddress = read.some(({ field }) => field === "EMAIL_ADDRESS");
  const offered = (Object.keys(importFields) as ImportField[]).filter(
    (field) => field !== "COMPANY_NAME" || of.kind === "PROSPECTS",
  );
  const choose = (column: number, field: ImportField | "") => {
    const others = read.filter((each) => each.column !== column && each.field !== field);
    const next = field ? [...others, { field, column }] : others;
    setRead(next);
    if (next.some((each) => each.field === "EMAIL_ADDRESS")) form.sendAs({ fields: next });
  };
  return (
    <Section title={words.columnsTitle} about={words.columnsDetail} isFlush>
      {(!hasAddress || form.userErrors.length > 0 || form.fault) && (
        <Box sx={{ px: 4, pb: 3, display: "grid", gap: 2 }}>
          {!hasAddress && <Alert severity="warning">{words.needsAddress}</Alert>}
          <Faults form={{ otherErrors: form.userErrors, fault: form.fault }} />
        </Box>
      )}
      <Box
        role="table"
        aria-label={words.columnsTitle}
        sx={{ maxHeight: 460, overflow: "auto", borderTop: 1, borderColor: "divider" }}
      >
        <Box role="row" sx={{ ...ROW, ...HEAD, display: { xs: "none", sm: "grid" } }}>
          <span role="columnheader">{words.column}</span>
          <span role="columnheader">{words.sample}</span>
          <span role="columnheader">{words.readAs}</span>
        </Box>
        {columns.map(({ name, sample }, column) => (
          <Box role="row" key={column} sx={ROW}>
            <Box role="cell" dir="auto" sx={{ fontWeight: 560, minWidth: 0 }}>
              {name}
            </Box>
            <Box role="cell" dir="auto" sx={{ color: "text.secondary", minWidth: 0 }}>
              {sample}
            </Box>
            <Box role="cell">
              <TextField
                select
                value={read.find((each) => each.column === column)?.field ?? ""}
                disabled={form.isSending}
                onChange={(event) => choose(column, event.target.value as ImportField | "")}
                slotProps={{
                  select: { native: true },
                  htmlInput: { "aria-label": `${name}: ${words.readAs}` },
                }}
              >
                <option value="">{words.notRead}</option>
                {offered.map((field) => (
                  <option key={field} value={field}>
                    {importFields[field]}
                  </option>
                ))}
              </TextField>
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

const ROW = {
  display: "grid",
  gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "minmax(0, 1fr) minmax(0, 1fr) 16rem" },
  columnGap: 4,
  rowGap: 1,
  alignItems: "center",
  px: 4,
  py: 1.5,
  borderBottom: 1,
  borderColor: "divider",
  typography: "body2",
};

const HEAD = {
  position: "sticky",
  top: 0,
  zIndex: 1,
  bgcolor: "background.paper",
  typography: "caption",
  color: "text.secondary",
  fontWeight: 560,
};
