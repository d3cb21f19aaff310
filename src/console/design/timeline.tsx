// What happened, the latest first, by day: one timeline for activities, interactions, ledgers and accesses.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useMoments } from "../words/moments";
import { useSharedWords } from "../words/words";
import { Icon, type IconName } from "./icons";
import { Empty } from "./states";

export type TimelineEntry = {
  id: string;
  at: string;
  icon: IconName;
  title: ReactNode;
  detail?: ReactNode;
  tone?: "PLAIN" | "OPEN" | "CLOSED";
};

type TimelineProps = {
  entries: readonly TimelineEntry[];
  more?: { has: boolean; isLoading: boolean; load(): void };
  empty?: string;
};

export function Timeline({ entries, more, empty }: TimelineProps) {
  const { act, person, list } = useSharedWords();
  const { day } = useMoments();
  if (entries.length === 0) return <Empty icon="clock" title={empty ?? person.noTimeline} />;
  const days = Map.groupBy(entries, ({ at }) => day(at));
  return (
    <Box>
      {[...days].map(([name, ofDay]) => (
        <Box key={name} sx={{ "& + &": { mt: 3 } }}>
          <Typography variant="caption" component="h3" color="textSecondary" sx={{ mb: 1 }}>
            {name}
          </Typography>
          <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {ofDay.map((entry) => (
              <Entry key={entry.id} {...entry} />
            ))}
          </Box>
        </Box>
      ))}
      {more?.has && (
        <Button onClick={more.load} disabled={more.isLoading} sx={{ mt: 2 }}>
          {more.isLoading ? list.loadingMore : act.showMore}
        </Button>
      )}
    </Box>
  );
}

function Entry({ at, icon, title, detail, tone = "PLAIN" }: TimelineEntry) {
  const { time, exact } = useMoments();
  const colour = { PLAIN: "text.secondary", OPEN: "success.main", CLOSED: "error.main" }[tone];
  return (
    <Box
      component="li"
      sx={{
        display: "grid",
        gridTemplateColumns: "3.25rem 1.25rem minmax(0, 1fr)",
        columnGap: 3,
        py: 1.25,
        alignItems: "start",
      }}
    >
      <Typography
        component="time"
        dateTime={at}
        title={exact(at)}
        variant="caption"
        color="textSecondary"
        sx={{ fontVariantNumeric: "tabular-nums", lineHeight: "1.3125rem" }}
      >
        {time(at)}
      </Typography>
      <Icon name={icon} sx={{ fontSize: 18, color: colour, mt: 0.25 }} />
      <Box dir="auto" sx={{ minWidth: 0 }}>
        {title}
        {detail && (
          <Typography variant="body2" color="textSecondary" component="div">
            {detail}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
