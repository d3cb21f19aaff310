// A moment chosen on a line, by pointer or keys: from the first entry of a ledger to now, with a tick for each entry.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useId, type KeyboardEvent } from "react";
import { Icon } from "../design/icons";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { useRested } from "./rested";

export type Tick = { id: string; at: number; title: string; tone: "PLAIN" | "OPEN" | "CLOSED" };

type MomentLineProps = {
  from: number;
  now: number;
  /** Null: now. */
  at: number | null;
  ticks: readonly Tick[];
  set(at: number | null): void;
};

const DAY_MS = 86_400_000;
const SOME_DAYS = 30;
/** Half of what the pointer takes hold of: the ticks stand below its middle. */
const THUMB_HALF_PX = 8;

export function MomentLine({ from, now, at, ticks, set }: MomentLineProps) {
  const { record } = useConsoleWords().privacy;
  const { moment, day } = useMoments();
  const hint = useId();
  const [value, move] = useRested(at ?? now, (rested) => set(rested >= now ? null : rested));
  const within = (time: number) => Math.min(now, Math.max(from, time));
  const shown = within(value);
  const isNow = shown >= now;
  const earlier = ticks.findLast((tick) => tick.at < shown - 1_000);
  const later = ticks.find((tick) => tick.at > shown + 1_000);
  const onKeyDown = (event: KeyboardEvent) => {
    const days = DAYS_BY_KEY[event.key];
    if (!days) return;
    event.preventDefault();
    move(within(shown + days * DAY_MS));
  };
  return (
    <Box sx={{ display: "grid", gap: 1 }}>
      <Box
        component="input"
        type="range"
        min={from}
        max={now}
        step="any"
        value={shown}
        aria-label={record.slider}
        aria-valuetext={isNow ? record.now : moment(new Date(shown).toISOString())}
        aria-describedby={hint}
        onChange={(event) => move(Number(event.target.value))}
        onKeyDown={onKeyDown}
        sx={{
          width: "100%",
          m: 0,
          height: 24,
          accentColor: ({ vars }) => vars?.palette.primary.main,
          cursor: "pointer",
        }}
      />
      <Box sx={{ position: "relative", height: 14, mx: `${THUMB_HALF_PX}px` }} aria-hidden>
        {ticks.map((tick) => (
          <Box
            key={tick.id}
            title={`${tick.title}, ${moment(new Date(tick.at).toISOString())}`}
            style={{ left: `${((tick.at - from) / (now - from)) * 100}%` }}
            sx={{
              position: "absolute",
              width: 3,
              height: tick.tone === "CLOSED" ? 14 : 9,
              ml: "-1.5px",
              borderRadius: 1,
              bgcolor: { PLAIN: "text.disabled", OPEN: "success.main", CLOSED: "error.main" }[
                tick.tone
              ],
            }}
          />
        ))}
      </Box>
      <Box sx={{ display: "flex", justifyContent: "space-between", gap: 4 }}>
        <Typography variant="caption" color="textSecondary">
          {day(new Date(from).toISOString())}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {record.now}
        </Typography>
      </Box>
      <Box
        data-print="no"
        sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center", mt: 2 }}
      >
        <Button
          variant="outlined"
          color="inherit"
          disabled={!earlier}
          onClick={() => earlier && set(earlier.at)}
          startIcon={<Icon name="chevronRight" sx={{ transform: "scaleX(-1)" }} />}
        >
          {record.earlier}
        </Button>
        <Button
          variant="outlined"
          color="inherit"
          disabled={!later}
          onClick={() => later && set(later.at)}
          endIcon={<Icon name="chevronRight" />}
        >
          {record.later}
        </Button>
        <Button variant="outlined" color="inherit" disabled={isNow} onClick={() => set(null)}>
          {record.now}
        </Button>
        <Typography id={hint} variant="caption" color="textSecondary">
          {record.sliderHint}
        </Typography>
      </Box>
    </Box>
  );
}

const DAYS_BY_KEY: Partial<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -SOME_DAYS,
  PageUp: SOME_DAYS,
};
