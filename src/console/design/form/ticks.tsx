// Some of a few, each with its tick, under one label.
import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import Box from "@mui/material/Box";
import { useId } from "react";

type TicksProps<Value extends string> = {
  label: string;
  hint?: string;
  choices: readonly { value: Value; title: string }[];
  chosen: readonly Value[];
  set(chosen: Value[]): void;
};

export function Ticks<Value extends string>({
  label,
  hint,
  choices,
  chosen,
  set,
}: TicksProps<Value>) {
  const id = useId();
  const toggle = (value: Value) =>
    set(
      choices
        .map((choice) => choice.value)
        .filter((each) => (each === value ? !chosen.includes(value) : chosen.includes(each))),
    );
  return (
    <FormControl component="fieldset" aria-describedby={hint ? id : undefined}>
      <Box
        component="legend"
        sx={{ p: 0, typography: "caption", fontWeight: 560, color: "text.secondary" }}
      >
        {label}
      </Box>
      {choices.map(({ value, title }) => (
        <FormControlLabel
          key={value}
          label={title}
          control={
            <Checkbox
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
              sx={{ py: 0.75 }}
            />
          }
        />
      ))}
      {hint && <FormHelperText id={id}>{hint}</FormHelperText>}
    </FormControl>
  );
}
