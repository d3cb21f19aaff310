// The frame around every screen: where one can go, the search, who one is and for what one reads.
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import type { Theme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { Suspense, useEffect, useRef, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { Icon } from "../design/icons";
import { Waiting } from "../design/states";
import { useSharedWords } from "../words/words";
import { AwayBanner } from "./away-banner";
import { Navigation } from "./navigation";
import { SearchField } from "./search-field";
import { YourMenu } from "./your-menu";

const RAIL_WIDTH = 224;

export function Frame() {
  const { frame } = useSharedWords();
  const isWide = useMediaQuery("(min-width: 900px)");
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const main = useMovedFocus(pathname);
  const navigation = <Navigation go={() => setOpen(false)} />;
  return (
    <Box
      sx={{
        display: "grid",
        height: "100dvh",
        gridTemplateColumns: isWide ? `${RAIL_WIDTH}px minmax(0, 1fr)` : "minmax(0, 1fr)",
        gridTemplateRows: "52px minmax(0, 1fr)",
        "@media print": { display: "block", height: "auto" },
      }}
    >
      <Skip />
      {isWide ? (
        <Box
          sx={{
            gridRow: "1 / 3",
            bgcolor: "ground.rail",
            borderRight: 1,
            borderColor: "divider",
            overflow: "auto",
          }}
        >
          {navigation}
        </Box>
      ) : (
        <Drawer
          open={isOpen}
          onClose={() => setOpen(false)}
          slotProps={{ paper: { sx: { width: RAIL_WIDTH, bgcolor: "ground.rail" } } }}
        >
          {navigation}
        </Drawer>
      )}
      <Box
        component="header"
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 3,
          px: { xs: 3, md: 7 },
          borderBottom: 1,
          borderColor: "divider",
          bgcolor: "background.paper",
        }}
      >
        {!isWide && (
          <IconButton aria-label={frame.openNavigation} onClick={() => setOpen(true)}>
            <Icon name="menu" />
          </IconButton>
        )}
        <SearchField />
        <Box sx={{ flex: 1 }} />
        <YourMenu />
      </Box>
      <Box
        component="main"
        id="content"
        ref={main}
        // the keyboard scrolls it, also where nothing in it takes the focus
        tabIndex={0}
        sx={{ overflow: "auto", minHeight: 0, "&:focus-visible": FOCUS_AT_EDGE }}
      >
        <AwayBanner />
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </Box>
    </Box>
  );
}

/** A frame around all that one reads would be louder than what it holds. */
const FOCUS_AT_EDGE = {
  outline: "none",
  boxShadow: ({ vars }: Theme) => `inset 3px 0 0 ${vars?.palette.primary.main}`,
};

/** After going somewhere the keyboard starts at the new page's top, and a screen reader reads its title. */
function useMovedFocus(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [pathname]);
  return main;
}

const Skip = () => (
  <Box
    component="a"
    href="#content"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById("content")?.focus();
    }}
    sx={{
      position: "absolute",
      left: 8,
      top: -60,
      zIndex: 2000,
      px: 3,
      py: 2,
      bgcolor: "background.paper",
      color: "text.primary",
      border: 1,
      "&:focus": { top: 8 },
    }}
  >
    {useSharedWords().frame.skip}
  </Box>
);
