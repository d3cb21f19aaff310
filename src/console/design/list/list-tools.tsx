// Beside a list's filters: which columns, and how dense. Kept for the person, on the server.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Popover from "@mui/material/Popover";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { ListPreferences } from "../../settings/preferences";
import { useSharedWords } from "../../words/words";
import { Icon } from "../icons";
import { shownColumns, type Column } from "./columns";
import type { Density } from "./data-table";

type ListToolsProps<Row> = {
  columns: readonly Column<Row>[];
  preferences: ListPreferences;
  set(preferences: ListPreferences): void;
};

export function ListTools<Row>({ columns, preferences, set }: ListToolsProps<Row>) {
  const { list } = useSharedWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shown = shownColumns(columns, preferences.columns).map(({ name }) => name);
  const toggle = (name: string) =>
    set({
      ...preferences,
      columns: shown.includes(name) ? shown.filter((each) => each !== name) : [...shown, name],
    });
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon name="columns" />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {list.columns}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{
          paper: { role: "dialog", "aria-label": list.columns, sx: { p: 4, minWidth: 240 } },
        }}
      >
        <Box sx={{ display: "grid" }}>
          {columns.map(({ name, title }, index) => (
            <FormControlLabel
              key={name}
              label={title}
              disabled={index === 0}
              control={
                <Checkbox
                  checked={shown.includes(name)}
                  onChange={() => toggle(name)}
                  sx={{ py: 0.5 }}
                />
              }
            />
          ))}
        </Box>
        <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 3, mb: 1 }}>
          {list.density}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={preferences.density}
          aria-label={list.density}
          onChange={(_event, density: Density | null) =>
            density && set({ ...preferences, density })
          }
        >
          <ToggleButton value="COMPACT">{list.compact}</ToggleButton>
          <ToggleButton value="COMFORTABLE">{list.comfortable}</ToggleButton>
        </ToggleButtonGroup>
      </Popover>
    </>
  );
}
