// One row of a prepared file is mended in its place, left out, or read again as the file has it. What a tool says of a
// person's wishes isn't mended: those cells are not offered.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { ImportFound } from "./import-state";
import {
  ImportPreview,
  ImportRowMend,
  ImportRowUnmend,
  type ImportField,
  type ImportPrediction,
} from "./imports.documents";
import { putRow, type PreviewRow } from "./use-preview";

const IN_ERROR: readonly ImportPrediction[] = ["REFUSED", "SUPPRESSED"];
const CHANGES = [ImportPreview.name];

type MendRowProps = { of: ImportFound; row: PreviewRow };

/** Whether there is anything to be done about it. */
export const isMendable = ({ isMended, prediction }: PreviewRow) =>
  isMended || IN_ERROR.includes(prediction);

export function MendRow({ of, row }: MendRowProps) {
  const [isMending, setMending] = useState(false);
  if (row.isMended) return <Unmend of={of} row={row} />;
  return isMending ? (
    <Cells of={of} row={row} close={() => setMending(false)} />
  ) : (
    <Choices of={of} row={row} mend={() => setMending(true)} />
  );
}

function Choices({ of, row, mend }: MendRowProps & { mend(): void }) {
  const { imports: words } = useConsoleWords().marketing;
  const client = useQueryClient();
  const form = useForm({
    initial: {},
    document: ImportRowMend,
    input: () => ({ input: { id: of.id, row: row.row, cells: [], isLeftOut: true } }),
    errorsOf: ({ importRowMend }) => importRowMend.userErrors,
    changes: CHANGES,
    done: ({ importRowMend }) => importRowMend.row && putRow(client, importRowMend.row),
  });
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <Faults form={{ otherErrors: form.userErrors, fault: form.fault }} />
      <Box sx={ACTS}>
        <Button startIcon={<Icon name="pencil" />} onClick={mend}>
          {words.mend}
        </Button>
        <Button color="inherit" disabled={form.isSending} onClick={form.send}>
          {words.leaveOut}
        </Button>
      </Box>
    </Box>
  );
}

function Unmend({ of, row }: MendRowProps) {
  const { imports: words } = useConsoleWords().marketing;
  const client = useQueryClient();
  const form = useForm({
    initial: {},
    document: ImportRowUnmend,
    input: () => ({ input: { id: of.id, row: row.row } }),
    errorsOf: ({ importRowUnmend }) => importRowUnmend.userErrors,
    changes: CHANGES,
    done: ({ importRowUnmend }) => importRowUnmend.row && putRow(client, importRowUnmend.row),
  });
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <Faults form={{ otherErrors: form.userErrors, fault: form.fault }} />
      <Box sx={ACTS}>
        <Button
          color="inherit"
          startIcon={<Icon name="undo" />}
          disabled={form.isSending}
          onClick={form.send}
        >
          {words.unmend}
        </Button>
      </Box>
    </Box>
  );
}

type Texts = Record<string, string>;

function Cells({ of, row, close }: MendRowProps & { close(): void }) {
  const client = useQueryClient();
  const { act } = useSharedWords();
  const { imports: words, importFields } = useConsoleWords().marketing;
  const [before] = useState<Texts>(() =>
    Object.fromEntries(
      row.cells.filter(({ isMendable: may }) => may).map(({ field, text }) => [field, text]),
    ),
  );
  const fields = Object.keys(before) as ImportField[];
  // it is the address, nearly always
  const first = fields.find((field) => field === "EMAIL_ADDRESS") ?? fields[0];
  const form = useForm({
    initial: before,
    document: ImportRowMend,
    input: (texts: Texts) => ({
      input: {
        ...{ id: of.id, row: row.row, isLeftOut: false },
        cells: fields
          .filter((field) => texts[field] !== before[field])
          .map((field) => ({ field, text: texts[field] ?? "" })),
      },
    }),
    errorsOf: ({ importRowMend }) => importRowMend.userErrors,
    changes: CHANGES,
    done: ({ importRowMend }) => {
      close();
      if (importRowMend.row) putRow(client, importRowMend.row);
    },
  });
  return (
    <Box component="form" noValidate onSubmit={form.submit} sx={{ display: "grid", gap: 1, pt: 1 }}>
      <Faults form={{ otherErrors: form.userErrors, fault: form.fault }} />
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fill, minmax(17rem, 1fr))",
          columnGap: 3,
        }}
      >
        {fields.map((field) => (
          <Field
            key={field}
            label={importFields[field]}
            value={form.fields[field] ?? ""}
            set={(text) => form.set({ [field]: text })}
            isFocused={field === first}
          />
        ))}
      </Box>
      <Box sx={ACTS}>
        <Button type="submit" variant="contained" disabled={form.isSending || !form.isDirty}>
          {words.saveRow}
        </Button>
        <Button color="inherit" onClick={close}>
          {act.cancel}
        </Button>
      </Box>
    </Box>
  );
}

const ACTS = { display: "flex", gap: 2, flexWrap: "wrap" } as const;
