// What waits for somebody, one line each: what it is, what to do about it, and the way there.
import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as To } from "react-router";
import { Icon, type IconName } from "../design/icons";

export type Waiting = { id: string; icon: IconName; title: string; detail: string; to: string };

export const WaitingList = ({ things }: { things: readonly Waiting[] }) => (
  <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
    {things.map(({ id, icon, title, detail, to }) => (
      <Box
        component="li"
        key={id}
        sx={{
          display: "grid",
          gridTemplateColumns: "1.5rem minmax(0, 1fr)",
          columnGap: 2,
          px: 4,
          py: 2.5,
          borderTop: 1,
          borderColor: "divider",
        }}
      >
        <Icon name={icon} sx={{ fontSize: 18, mt: 0.25, color: "warning.main" }} />
        <Box>
          <Link component={To} to={to} sx={{ fontWeight: 560 }}>
            {title}
          </Link>
          <Typography variant="body2" color="textSecondary">
            {detail}
          </Typography>
        </Box>
      </Box>
    ))}
  </Box>
);
