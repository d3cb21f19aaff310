// Two people changed one record: both values of each field that differs, and whoever came second says what stays.
import Box from "@mui/material/Box";
import Radio from "@mui/material/Radio";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useSharedWords } from "../../words/words";
import { FormDialog, NOTHING_TOLD } from "./dialog";

type Texts = Readonly<Record<string, string>>;
type Side = "THEIRS" | "MINE";

export type ConflictField<Fields> = {
  name: keyof Fields & string;
  title: string;
  /** How a value is written, where it isn't as it stands. */
  show?(value: string): string;
};

type ConflictProps<Fields extends Texts> = {
  fields: readonly ConflictField<Fields>[];
  /** As they were when the form was opened, as they were typed, and as they are now. */
  before: Fields;
  mine: Fields;
  theirs: Fields;
  isSending: boolean;
  close(): void;
  /** What stays of each field. */
  settle(fields: Fields): void;
};

export function Conflict<Fields extends Texts>({
  fields,
  before,
  mine,
  theirs,
  isSending,
  close,
  settle,
}: ConflictProps<Fields>) {
  const { form, act } = useSharedWords();
  const differing = fields.filter(({ name }) => mine[name] !== theirs[name]);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  // who changed a field alone has it, unless the person says otherwise
  const sideOf = (name: keyof Fields & string): Side | undefined =>
    chosen[name] ??
    (mine[name] === before[name] ? "THEIRS" : theirs[name] === before[name] ? "MINE" : undefined);
  return (
    <FormDialog
      isOpen
      isWide
      title={form.conflictTitle}
      close={close}
      act={act.save}
      isBlocked={differing.some(({ name }) => sideOf(name) === undefined)}
      form={{
        ...NOTHING_TOLD,
        isSending,
        isDirty: true,
        submit: (event) => {
          event.preventDefault();
          const kept = differing.filter(({ name }) => sideOf(name) === "MINE");
          settle({ ...theirs, ...Object.fromEntries(kept.map(({ name }) => [name, mine[name]])) });
        },
      }}
    >
      <Typography color="textSecondary">
        {differing.length > 0 ? form.conflictDetail : form.nothingDiffers}
      </Typography>
      {differing.map(({ name, title, show = (value) => value }) => (
        <Box
          component="fieldset"
          key={name}
          sx={{
            border: 0,
            p: 0,
            m: 0,
            minWidth: 0,
            display: "grid",
            gap: 2,
            gridTemplateColumns: { sm: "1fr 1fr" },
          }}
        >
          <Typography component="legend" variant="h3" sx={{ mb: 2, px: 0 }}>
            {title}
          </Typography>
          {(["THEIRS", "MINE"] as const).map((side) => (
            <Choice
              key={side}
              group={name}
              isChosen={sideOf(name) === side}
              choose={() => setChosen((known) => ({ ...known, [name]: side }))}
              label={side === "MINE" ? form.keepYours : form.keepTheirs}
              about={side === "MINE" ? form.yours : form.theirs}
              value={show(String((side === "MINE" ? mine : theirs)[name] ?? ""))}
            />
          ))}
        </Box>
      ))}
    </FormDialog>
  );
}

type ChoiceProps = {
  group: string;
  isChosen: boolean;
  choose(): void;
  label: string;
  about: string;
  value: string;
};

const Choice = ({ group, isChosen, choose, label, about, value }: ChoiceProps) => (
  <Box
    component="label"
    sx={{
      display: "flex",
      gap: 1,
      alignItems: "flex-start",
      minWidth: 0,
      p: 2,
      cursor: "pointer",
      border: 1,
      borderRadius: 1,
      borderColor: isChosen ? "primary.main" : "divider",
      bgcolor: isChosen ? "primary.light" : "background.paper",
    }}
  >
    <Radio name={group} size="small" checked={isChosen} onChange={choose} sx={{ p: 0.5 }} />
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ fontWeight: 560 }}>{label}</Box>
      <Typography variant="caption" color="textSecondary" component="div">
        {about}
      </Typography>
      <Box
        dir="auto"
        sx={{ mt: 1, maxHeight: 120, overflow: "auto", whiteSpace: "pre-wrap", minHeight: "1.5em" }}
      >
        {value || "–"}
      </Box>
    </Box>
  </Box>
);
