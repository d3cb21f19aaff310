// While the server is away: nothing is lost, and it is asked again by itself.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useIsAway } from "../api/reachable";
import { useSharedWords } from "../words/words";

/** At the upper edge of what scrolls, however far down one is. */
export function AwayBanner() {
  const { fault } = useSharedWords();
  const isAway = useIsAway();
  return (
    <Box role="status" sx={{ position: "sticky", top: 0, zIndex: 2 }}>
      {isAway && (
        <Alert severity="warning" sx={{ borderRadius: 0 }}>
          {fault.away}
        </Alert>
      )}
    </Box>
  );
}
