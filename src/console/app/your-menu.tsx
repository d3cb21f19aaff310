// Who one is here: role, language, colours, the account, and leaving, here or everywhere.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import ListSubheader from "@mui/material/ListSubheader";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { Link } from "react-router";
import { Icon } from "../design/icons";
import { usePreferences, type Colours } from "../settings/preferences";
import type { LanguageChoice } from "../words/language";
import { useSharedWords } from "../words/words";
import { useSigningOut } from "./use-signing-out";
import { useViewer } from "./viewer";

export function YourMenu() {
  const { frame, audiences } = useSharedWords();
  const viewer = useViewer();
  const { preferences, set } = usePreferences();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const signingOut = useSigningOut();
  const leave = (how: () => void) => {
    close();
    how();
  };
  const shown = viewer.name ?? audiences[viewer.audience];
  const languages: [LanguageChoice, string][] = [
    ["SYSTEM", frame.asTheSystem],
    ["EN", frame.english],
    ["DE", frame.german],
  ];
  const colours: [Colours, string][] = [
    ["SYSTEM", frame.asTheSystem],
    ["LIGHT", frame.light],
    ["DARK", frame.dark],
  ];
  return (
    <>
      <Button
        color="inherit"
        startIcon={<Icon name="person" />}
        endIcon={<Icon name="chevronDown" sx={{ fontSize: 14 }} />}
        aria-haspopup="menu"
        aria-label={shown}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ whiteSpace: "nowrap", flexShrink: 0 }}
      >
        <Box
          component="span"
          dir="auto"
          sx={{
            display: { xs: "none", sm: "inline" },
            maxWidth: 220,
            overflow: "hidden",
            textOverflow: "ellipsis",
          }}
        >
          {shown}
        </Box>
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        <MenuItem component={Link} to="/account" onClick={close}>
          {frame.account}
        </MenuItem>
        <Divider />
        <ListSubheader role="presentation">{frame.language}</ListSubheader>
        {languages.map(([language, title]) => (
          <MenuItem
            key={language}
            role="menuitemradio"
            aria-checked={preferences.language === language}
            selected={preferences.language === language}
            onClick={() => set({ language })}
          >
            {title}
          </MenuItem>
        ))}
        <Divider />
        <ListSubheader role="presentation">{frame.colours}</ListSubheader>
        {colours.map(([choice, title]) => (
          <MenuItem
            key={choice}
            role="menuitemradio"
            aria-checked={preferences.colours === choice}
            selected={preferences.colours === choice}
            onClick={() => set({ colours: choice })}
          >
            {title}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => leave(signingOut.here)}>{frame.signOut}</MenuItem>
        <MenuItem onClick={() => leave(signingOut.everywhere)}>{frame.signOutEverywhere}</MenuItem>
      </Menu>
    </>
  );
}
