// While the server is away: nothing is lost, and it is asked again by itself.
import Alert from "@mui/material/Alert";
import { useReach } from "../api/reachable";
import { useSharedWords } from "../words/words";

export function AwayBanner() {
  const { fault } = useSharedWords();
  const { isAway } = useReach();
  return (
    <div role="status">
      {isAway && (
        <Alert severity="warning" sx={{ borderRadius: 0 }}>
          {fault.away}
        </Alert>
      )}
    </div>
  );
}
