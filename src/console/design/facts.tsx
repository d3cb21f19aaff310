// What is known of something: a term and its value, side by side where there is room.
import Box from "@mui/material/Box";
import type { ReactNode } from "react";

export type Fact = readonly [term: string, value: ReactNode];

/** A value that isn't there is left out: null, undefined, or an empty text. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: "grid",
      gridTemplateColumns: { xs: "1fr", sm: "clamp(8rem, 30%, 14rem) minmax(0, 1fr)" },
      columnGap: 4,
      rowGap: { xs: 0.5, sm: 2 },
      alignItems: "baseline",
    }}
  >
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([term, value]) => (
        <Box key={term} sx={{ display: "contents" }}>
          <Box component="dt" sx={{ color: "text.secondary", typography: "body2" }}>
            {term}
          </Box>
          <Box component="dd" dir="auto" sx={{ m: 0, mb: { xs: 2, sm: 0 }, minWidth: 0 }}>
            {value}
          </Box>
        </Box>
      ))}
  </Box>
);
