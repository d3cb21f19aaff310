// How far something is: a bar, and the same in words for whoever doesn't see it.
import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";

type ProgressProps = {
  label: string;
  /** 0 to 100; null while nobody knows. */
  percent: number | null;
};

export const Progress = ({ label, percent }: ProgressProps) => (
  <Box sx={{ display: "grid", gap: 1 }}>
    <Box sx={{ typography: "body2", fontVariantNumeric: "tabular-nums" }} aria-hidden>
      {label}
    </Box>
    <LinearProgress
      aria-label={label}
      variant={percent === null ? "indeterminate" : "determinate"}
      {...(percent !== null && { value: percent })}
      sx={{ height: 6, borderRadius: 3 }}
    />
  </Box>
);
