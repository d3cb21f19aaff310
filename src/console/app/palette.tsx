// The palette: go somewhere, open a record by a name's beginning or a whole address, or do something. All by keyboard.
import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import { useQueries } from "@tanstack/react-query";
import { Command as Menu } from "cmdk";
import { useDeferredValue, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { mayAsk } from "../api/document";
import { Icon, type IconName } from "../design/icons";
import { useSharedWords } from "../words/words";
import { useFrameParts } from "./frame-parts";
import type { Hit } from "./screen";
import { useViewer } from "./viewer";

const TYPING_RESTS_MS = 120;
const SEARCHED_FROM = 2;
const TYPED_MAXIMUM = 254;

export function Palette({ close }: { close(): void }) {
  const { palette } = useSharedWords();
  const { screens, commands } = useFrameParts();
  const { audience } = useViewer();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const { hits, isSearching } = useHits(useRested(typed.trim()));
  const go = (to: string) => {
    close();
    void navigate(to);
  };
  const matches = (title: string) => title.toLowerCase().includes(typed.trim().toLowerCase());
  const places = screens.filter(({ entry }) => entry && matches(entry.title));
  const doable = commands.filter(({ asks, title }) => mayAsk(audience, asks) && matches(title));
  const isEmpty = hits.length + places.length + doable.length === 0;
  return (
    <Dialog
      open
      onClose={close}
      fullWidth
      maxWidth="sm"
      slotProps={{
        paper: {
          "aria-label": palette.title,
          "aria-labelledby": undefined,
          sx: { position: "absolute", top: "12vh", m: 0 },
        },
      }}
    >
      <Box component={Menu} label={palette.title} shouldFilter={false} loop sx={STYLE}>
        <Box
          sx={{
            display: "flex",
            alignItems: "center",
            gap: 3,
            px: 4,
            borderBottom: 1,
            borderColor: "divider",
          }}
        >
          <Icon name="search" />
          <Menu.Input
            autoFocus
            value={typed}
            onValueChange={setTyped}
            placeholder={palette.placeholder}
            maxLength={TYPED_MAXIMUM}
          />
        </Box>
        <Box role="status" sx={{ color: "text.secondary", "&:not(:empty)": { px: 4, pt: 3 } }}>
          {isSearching ? palette.searching : isEmpty && palette.nothing}
        </Box>
        <Menu.List label={palette.title}>
          {hits.length > 0 && (
            <Menu.Group heading={palette.found}>
              {hits.map(({ id, title, detail, to }) => (
                <Line
                  key={id}
                  id={id}
                  icon="person"
                  title={title}
                  detail={detail}
                  go={() => go(to)}
                />
              ))}
            </Menu.Group>
          )}
          {places.length > 0 && (
            <Menu.Group heading={palette.goTo}>
              {places.map(({ path, entry }) => (
                <Line
                  key={path}
                  id={`go ${path}`}
                  icon={entry!.icon}
                  title={entry!.title}
                  go={() => go(`/${path}`)}
                />
              ))}
            </Menu.Group>
          )}
          {doable.length > 0 && (
            <Menu.Group heading={palette.actions}>
              {doable.map(({ title, to }) => (
                <Line key={to} id={`do ${to}`} icon="plus" title={title} go={() => go(to)} />
              ))}
            </Menu.Group>
          )}
        </Menu.List>
        <Box
          sx={{
            px: 4,
            py: 2,
            borderTop: 1,
            borderColor: "divider",
            typography: "caption",
            color: "text.secondary",
          }}
        >
          {palette.keys}
        </Box>
      </Box>
    </Dialog>
  );
}

type LineProps = {
  id: string;
  icon: IconName;
  title: string;
  detail?: string | undefined;
  go(): void;
};

const Line = ({ id, icon, title, detail, go }: LineProps) => (
  <Menu.Item value={id} onSelect={go}>
    <Icon name={icon} sx={{ fontSize: 17, color: "text.secondary" }} />
    <Box component="span" dir="auto" sx={{ flex: 1, overflow: "hidden", textOverflow: "ellipsis" }}>
      {title}
    </Box>
    <Box component="span" sx={{ color: "text.secondary" }}>
      {detail}
    </Box>
  </Menu.Item>
);

function useRested(text: string): string {
  const [rested, set] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => set(text), TYPING_RESTS_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(rested);
}

function useHits(text: string): { hits: Hit[]; isSearching: boolean } {
  const { searches } = useFrameParts();
  const { audience } = useViewer();
  const asked = searches.filter(({ asks }) => mayAsk(audience, asks));
  const answers = useQueries({
    queries: asked.map(({ title, find }) => ({
      queryKey: ["palette", title, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(text, signal),
      enabled: text.length >= SEARCHED_FROM,
    })),
  });
  return {
    hits: answers.flatMap(({ data }) => data ?? []),
    isSearching: answers.some(({ isFetching }) => isFetching),
  };
}

const STYLE = {
  "& input": {
    font: "inherit",
    color: "inherit",
    flex: 1,
    height: 48,
    border: 0,
    outline: "none",
    background: "transparent",
  },
  "& [cmdk-list]": { maxHeight: "52vh", overflow: "auto", p: 2 },
  "& [cmdk-group-heading]": { typography: "caption", color: "text.secondary", px: 2, pt: 2, pb: 1 },
  "& [cmdk-item]": {
    display: "flex",
    alignItems: "center",
    gap: 3,
    px: 2,
    minHeight: 36,
    borderRadius: 1,
    cursor: "pointer",
    whiteSpace: "nowrap",
  },
  "& [cmdk-item][data-selected=true]": { bgcolor: "primary.light" },
} as const;
