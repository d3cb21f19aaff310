// One field of a form, with its label, its hint and what the server said of it.
import TextField from "@mui/material/TextField";
import type { HTMLInputTypeAttribute, InputHTMLAttributes } from "react";
import { useSharedWords } from "../../words/words";

type FieldProps = {
  label: string;
  value: string;
  set(value: string): void;
  error?: string | null;
  hint?: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  isRequired?: boolean;
  isMultiline?: boolean;
  isFocused?: boolean;
  maximum?: number;
  choices?: readonly { value: string; title: string }[];
  more?: InputHTMLAttributes<HTMLInputElement>;
};

/** How near to the end of its room a text is before it says so. */
const FEW_LEFT = 20;

export function Field({
  label,
  value,
  set,
  error,
  hint,
  type = "text",
  autoComplete = "off",
  isRequired = false,
  isMultiline = false,
  isFocused = false,
  maximum,
  choices,
  more,
}: FieldProps) {
  const { form } = useSharedWords();
  const left = maximum === undefined ? null : maximum - value.length;
  const said = error ?? (left !== null && left < 0 ? form.tooLong(maximum!) : null);
  const below = said ?? (left !== null && left <= FEW_LEFT ? form.fewLeft(left) : hint);
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => set(event.target.value)}
      type={type}
      required={isRequired}
      multiline={isMultiline}
      {...(isMultiline && { minRows: 3, maxRows: 10 })}
      autoFocus={isFocused}
      autoComplete={autoComplete}
      error={Boolean(said)}
      helperText={below ?? " "}
      select={choices !== undefined}
      slotProps={{
        htmlInput: { dir: type === "text" ? "auto" : undefined, ...more },
        ...(choices !== undefined && { select: { native: true }, inputLabel: { shrink: true } }),
        ...(["date", "datetime-local"].includes(type) && { inputLabel: { shrink: true } }),
      }}
    >
      {choices?.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
    </TextField>
  );
}
