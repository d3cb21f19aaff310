// What can be done with the prospects that are chosen in the list.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Icon } from "../design/icons";
import type { Selecting } from "../design/list/selection";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { AT_ONCE, InformDialog } from "./inform-dialog";

export function ChosenProspects({ selecting }: { selecting: Selecting }) {
  const { list } = useSharedWords();
  const { informing } = useConsoleWords().marketing;
  const { number } = useMoments();
  const [isAsked, setAsked] = useState(false);
  const ids = [...selecting.selection.ids];
  const isTooMany = ids.length > AT_ONCE;
  return (
    <Box
      role="toolbar"
      aria-label={list.selected(number(ids.length))}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 2,
        px: 3,
        py: 1.5,
        borderRadius: 1.5,
        bgcolor: "primary.light",
      }}
    >
      <Typography variant="body2" role="status" sx={{ fontWeight: 560, mr: 2 }}>
        {list.selected(number(ids.length))}
      </Typography>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Icon name="check" />}
        sx={{ bgcolor: "background.paper" }}
        disabled={isTooMany}
        onClick={() => setAsked(true)}
      >
        {informing.mark}
      </Button>
      {isTooMany && <Typography variant="body2">{informing.tooMany(AT_ONCE)}</Typography>}
      <Box sx={{ flex: 1 }} />
      <Button color="inherit" onClick={selecting.clear}>
        {list.selectNone}
      </Button>
      {isAsked && <InformDialog ids={ids} close={() => setAsked(false)} done={selecting.clear} />}
    </Box>
  );
}
