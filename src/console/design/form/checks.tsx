// Several of a few: a group of check boxes with its name, and what the server said of it.
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import type { Choice } from "./choices";

type ChecksProps = {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  set(chosen: string[]): void;
  error?: string | null;
  hint?: string;
  isDisabled?: boolean;
};

export function Checks({
  label,
  choices,
  chosen,
  set,
  error,
  hint,
  isDisabled = false,
}: ChecksProps) {
  const toggle = (value: string) =>
    set(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box
        component="legend"
        sx={{ p: 0, mb: 1, fontSize: "0.75rem", fontWeight: 560, color: "text.secondary" }}
      >
        {label}
      </Box>
      <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(11rem, 1fr))" }}>
        {choices.map(({ value, title }) => (
          <FormControlLabel
            key={value}
            label={title}
            disabled={isDisabled}
            slotProps={{ typography: { variant: "body2" } }}
            control={
              <Checkbox
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
                sx={{ py: 0.5 }}
              />
            }
          />
        ))}
      </Box>
      {(error ?? hint) && <FormHelperText error={Boolean(error)}>{error ?? hint}</FormHelperText>}
    </Box>
  );
}
