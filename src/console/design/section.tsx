// A part of a page: a heading, what can be done about it, and a surface.
import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useId, type ReactNode } from "react";

type SectionProps = {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  /** The content reaches the edges: for tables and lists. */
  isFlush?: boolean;
  children: ReactNode;
};

export function Section({ title, about, actions, isFlush = false, children }: SectionProps) {
  const id = useId();
  return (
    <Paper variant="outlined" component="section" aria-labelledby={id} sx={{ overflow: "hidden" }}>
      <Box
        sx={{
          ...{ display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 3, rowGap: 2 },
          ...{ px: 4, pt: 3, pb: 2 },
        }}
      >
        <Box sx={{ flex: "1 1 12rem", minWidth: 0 }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          {about && (
            <Typography variant="body2" color="textSecondary">
              {about}
            </Typography>
          )}
        </Box>
        {actions}
      </Box>
      <Box sx={isFlush ? WHILE_WAITING : { px: 4, pb: 4 }}>{children}</Box>
    </Paper>
  );
}

/** What stands in the place of rows does not reach the edges. */
const WHILE_WAITING = { "& > [role=status]": { px: 4, pb: 4 } };
