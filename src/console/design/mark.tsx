// A state or a purpose in a word: coloured only where the colour says something, and never by colour alone.
import Box from "@mui/material/Box";
import type { ReactNode } from "react";

export type MarkTone = "PLAIN" | "OPEN" | "CLOSED" | "WAITING";

type MarkProps = { tone?: MarkTone; children: ReactNode };

export const Mark = ({ tone = "PLAIN", children }: MarkProps) => (
  <Box
    component="span"
    sx={({ vars }) => ({
      display: "inline-flex",
      alignItems: "center",
      gap: 1,
      px: 1.5,
      py: 0.25,
      borderRadius: "4px",
      fontSize: "0.75rem",
      lineHeight: 1.5,
      whiteSpace: "nowrap",
      border: `1px solid ${vars?.palette.divider}`,
      color: vars?.palette.text.primary,
      ...(tone === "OPEN" && {
        color: vars?.palette.lawful.open,
        background: vars?.palette.lawful.openGround,
        borderColor: "transparent",
      }),
      ...(tone === "CLOSED" && {
        color: vars?.palette.lawful.closed,
        background: vars?.palette.lawful.closedGround,
        borderColor: "transparent",
      }),
      ...(tone === "WAITING" && { color: vars?.palette.warning.main, borderColor: "currentColor" }),
    })}
  >
    {children}
  </Box>
);

export const Marks = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={{ display: "inline-flex", flexWrap: "wrap", gap: 1 }}>
    {children}
  </Box>
);
