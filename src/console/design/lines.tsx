// A short list within a section: what it is, a line about it, its state, and what can be done about it.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import { Link as To } from "react-router";

export const Lines = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box component="ul" aria-label={name} sx={{ listStyle: "none", m: 0, p: 0 }}>
    {children}
  </Box>
);

type LineProps = {
  title: ReactNode;
  to?: string;
  detail?: ReactNode;
  marks?: ReactNode;
  actions?: ReactNode;
};

export const Line = ({ title, to, detail, marks, actions }: LineProps) => (
  <Box
    component="li"
    sx={{
      display: "flex",
      flexWrap: "wrap",
      gap: 3,
      rowGap: 2,
      alignItems: "center",
      px: 4,
      py: 2.5,
      borderTop: 1,
      borderColor: "divider",
    }}
  >
    <Box sx={{ flex: "1 1 10rem", minWidth: 0 }}>
      <Box dir="auto" sx={{ fontWeight: 560 }}>
        {to ? (
          <Link component={To} to={to}>
            {title}
          </Link>
        ) : (
          title
        )}
      </Box>
      {detail && (
        <Box sx={{ typography: "body2", color: "text.secondary" }} dir="auto">
          {detail}
        </Box>
      )}
    </Box>
    {marks && <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>{marks}</Box>}
    {actions && <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2 }}>{actions}</Box>}
  </Box>
);

/** In place of lines where there are none, and nothing is to be done about it. */
export const NoLine = ({ text }: { text: string }) => (
  <Box component="p" sx={{ m: 0, px: 4, pb: 4, typography: "body2", color: "text.secondary" }}>
    {text}
  </Box>
);
