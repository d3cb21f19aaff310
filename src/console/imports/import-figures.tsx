// What became of an import's rows, in numbers.
import Box from "@mui/material/Box";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import type { ImportFound } from "./import-state";

type Figure =
  | "rowsRead"
  | "added"
  | "changed"
  | "unchanged"
  | "stopped"
  | "refused"
  | "restored"
  | "kept"
  | "mended"
  | "leftOut";

export function ImportFigures({ of, names }: { of: ImportFound; names: readonly Figure[] }) {
  const { imports: words } = useConsoleWords().marketing;
  const { number } = useMoments();
  return (
    <Figures figures={names.map((name) => ({ title: words[name], value: number(of[name]) }))} />
  );
}

type FiguresProps = { figures: readonly { title: string; value: string }[] };

export const Figures = ({ figures }: FiguresProps) => (
  <Box
    component="dl"
    sx={{
      display: "grid",
      gridTemplateColumns: "repeat(auto-fill, minmax(8.5rem, 1fr))",
      gap: 3,
      my: 4,
    }}
  >
    {figures.map(({ title, value }) => (
      <Box key={title} sx={{ display: "flex", flexDirection: "column-reverse" }}>
        <Box component="dt" sx={{ typography: "body2", color: "text.secondary" }}>
          {title}
        </Box>
        {/* what there is none of steps back, so that the eye finds what there is */}
        <Box
          component="dd"
          sx={{
            m: 0,
            fontSize: "1.375rem",
            fontWeight: value === "0" ? 400 : 620,
            fontVariantNumeric: "tabular-nums",
            color: value === "0" ? "text.secondary" : "text.primary",
          }}
        >
          {value}
        </Box>
      </Box>
    ))}
  </Box>
);
