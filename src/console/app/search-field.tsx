// Opens the palette: by a click, or Ctrl or ⌘ with K from anywhere.
import Box from "@mui/material/Box";
import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "../design/icons";
import { useSharedWords } from "../words/words";

const load = async () => ({ default: (await import("./palette")).Palette });
const Palette = lazy(load);

export function SearchField() {
  const { frame } = useSharedWords();
  const [isOpen, setOpen] = useState(false);
  // there before it is asked for, so that no letter typed after the keys is lost
  useEffect(() => void load(), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <Box
        component="button"
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        sx={{
          font: "inherit",
          fontSize: "0.8125rem",
          display: "flex",
          alignItems: "center",
          gap: 2,
          flex: "0 1 26rem",
          minWidth: 0,
          height: 32,
          px: 3,
          cursor: "pointer",
          color: "text.secondary",
          bgcolor: "ground.sunken",
          border: 1,
          borderColor: "divider",
          borderRadius: 1,
        }}
      >
        <Icon name="search" sx={{ fontSize: 16 }} />
        <Box
          component="span"
          sx={{ flex: 1, textAlign: "start", whiteSpace: "nowrap", overflow: "hidden" }}
        >
          {frame.search}
        </Box>
        <Box component="kbd" sx={{ font: "inherit", fontSize: "0.75rem", whiteSpace: "nowrap" }}>
          {frame.searchHint}
        </Box>
      </Box>
      {isOpen && (
        <Suspense>
          <Palette close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
