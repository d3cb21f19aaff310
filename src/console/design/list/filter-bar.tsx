// The filters of a list, in one line. Texts are asked for once the typing rests.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useEffect, useRef, useState } from "react";
import { useSharedWords } from "../../words/words";
import { Icon } from "../icons";
import type { Filter, ListState } from "./list-state";

const TYPING_RESTS_MS = 220;
const LENGTH_MAXIMUM = 254;

export function FilterBar({ filters, state }: { filters: readonly Filter[]; state: ListState }) {
  const { list } = useSharedWords();
  return (
    <Box
      role="search"
      aria-label={list.filter}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 2,
        flex: { xs: "1 1 100%", sm: 1 },
        minWidth: 0,
        alignItems: "flex-end",
      }}
    >
      {filters.map((filter) =>
        filter.kind === "TEXT" ? (
          <TextFilter key={filter.name} filter={filter} state={state} />
        ) : (
          <ChoiceFilter key={filter.name} filter={filter} state={state} />
        ),
      )}
      {state.hasFilters && (
        <Button onClick={state.clear} startIcon={<Icon name="close" />}>
          {list.clearFilters}
        </Button>
      )}
    </Box>
  );
}

type One = { filter: Filter; state: ListState };

function TextFilter({ filter: { name, title, hint }, state }: One) {
  const known = state.values[name] ?? "";
  const [typed, setTyped] = useState(known);
  const [lastKnown, setLastKnown] = useState(known);
  if (known !== lastKnown) {
    setLastKnown(known); // cleared, or a kept view was opened
    setTyped(known);
  }
  const set = useRef(state.set);
  useEffect(() => {
    set.current = state.set;
  });
  useEffect(() => {
    if (typed === known) return undefined;
    const timer = setTimeout(() => set.current(name, typed.trim()), TYPING_RESTS_MS);
    return () => clearTimeout(timer);
  }, [typed, known, name]);
  return (
    <TextField
      label={title}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      sx={{ width: { xs: "100%", sm: 240 } }}
      slotProps={{
        htmlInput: { maxLength: LENGTH_MAXIMUM, title: hint, dir: "auto" },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Icon name="search" sx={{ fontSize: 16 }} />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

function ChoiceFilter({ filter: { name, title, kind, choices = [] }, state }: One) {
  const { list } = useSharedWords();
  const isDay = kind === "DAY";
  const offered = kind === "YES" ? [{ value: "true", title }] : choices;
  return (
    <TextField
      label={title}
      type={isDay ? "date" : "text"}
      select={!isDay}
      value={state.values[name] ?? ""}
      onChange={(event) => state.set(name, event.target.value)}
      sx={{ width: { xs: "calc(50% - 4px)", sm: 190 } }}
      slotProps={{
        inputLabel: { shrink: true },
        select: { native: true },
      }}
    >
      {isDay
        ? undefined
        : [
            <option key="" value="">
              {list.any}
            </option>,
            ...offered.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.title}
              </option>
            )),
          ]}
    </TextField>
  );
}
