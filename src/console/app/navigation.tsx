// Where this viewer can go: the screens that are offered, in their groups.
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { NavLink } from "react-router";
import { Brand } from "../design/brand";
import { Icon } from "../design/icons";
import { useMoments } from "../words/moments";
import { useSharedWords } from "../words/words";
import { useFrameParts } from "./frame-parts";
import type { Screen } from "./screen";
import { useViewer } from "./viewer";

type Entered = Screen & { entry: NonNullable<Screen["entry"]> };

export function Navigation({ go }: { go(): void }) {
  const { frame } = useSharedWords();
  const { screens } = useFrameParts();
  const entered = screens.filter((screen): screen is Entered => screen.entry !== undefined);
  const groups = Map.groupBy(entered, ({ entry }) => entry.group ?? "");
  return (
    <Box
      component="nav"
      aria-label={frame.navigation}
      sx={{ px: 2, pb: 4, display: "grid", gap: 4 }}
    >
      <Box sx={{ px: 2, height: 52, display: "flex", alignItems: "center", mb: -4 }}>
        <Brand />
      </Box>
      {[...groups].map(([group, ofGroup]) => (
        <Box key={group}>
          {group && (
            <Typography variant="caption" component="p" color="textSecondary" sx={{ px: 2, pb: 1 }}>
              {group}
            </Typography>
          )}
          {ofGroup.map(({ path, entry }) => (
            <Place key={path} path={path} entry={entry} go={go} />
          ))}
        </Box>
      ))}
      <ActingAs />
    </Box>
  );
}

const Place = ({ path, entry, go }: Pick<Entered, "path" | "entry"> & { go(): void }) => (
  <Box
    component={NavLink}
    to={`/${path}`}
    end={path === ""}
    onClick={go}
    sx={{
      display: "flex",
      alignItems: "center",
      gap: 2.5,
      px: 2,
      minHeight: 32,
      borderRadius: 1,
      color: "text.primary",
      textDecoration: "none",
      fontSize: "0.8125rem",
      "&:hover": { bgcolor: "ground.hover" },
      "&.active": { bgcolor: "primary.light", fontWeight: 600 },
    }}
  >
    <Icon name={entry.icon} sx={{ fontSize: 17, color: "text.secondary" }} />
    {entry.title}
  </Box>
);

/** In which role one acts and for what one reads: it stands in each entry of the audit. */
function ActingAs() {
  const { frame, audiences, purposes } = useSharedWords();
  const viewer = useViewer();
  const { list } = useMoments();
  const named = viewer.purposes.map((purpose) => purposes[purpose]);
  return (
    <Box
      sx={{
        px: 2,
        pt: 3,
        borderTop: 1,
        borderColor: "divider",
        typography: "caption",
        color: "text.secondary",
      }}
    >
      <Box sx={{ color: "text.primary", fontWeight: 560 }}>
        {frame.actingAs(audiences[viewer.audience], viewer.customerName)}
      </Box>
      {frame.actingFor(list(named))}
    </Box>
  );
}
