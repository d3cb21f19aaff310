// What can be done with the prospects that are chosen in the list, or with all that match: only then are they counted.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { ActOnMany } from "../bulk-actions/act-on-many";
import type { BulkActionKind, ProspectFilter } from "../bulk-actions/bulk-actions.documents";
import type { Selecting } from "../design/list/selection";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";

/** So many identifiers the API takes at once; all that match have no bound. */
const CHOSEN_MAXIMUM = 1_000;
const KINDS: readonly BulkActionKind[] = ["INFORM", "SET_KIND"];

type ChosenProps = { selecting: Selecting; filter: ProspectFilter };

export function ChosenProspects({ selecting, filter }: ChosenProps) {
  const { list } = useSharedWords();
  const { bulk } = useConsoleWords().marketing;
  const { number } = useMoments();
  const [kind, setKind] = useState<BulkActionKind | null>(null);
  const { isAll, ids } = selecting.selection;
  const isTooMany = ids.size > CHOSEN_MAXIMUM;
  const said = isAll ? bulk.allThatMatch : list.selected(number(ids.size));
  return (
    <Box
      role="toolbar"
      aria-label={said}
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
        {said}
      </Typography>
      {KINDS.map((each) => (
        <Button
          key={each}
          variant="outlined"
          color="inherit"
          disabled={isTooMany}
          onClick={() => setKind(each)}
        >
          {bulk.kinds[each]}
        </Button>
      ))}
      {isTooMany && <Typography variant="body2">{bulk.tooMany(number(CHOSEN_MAXIMUM))}</Typography>}
      <Box sx={{ flex: 1 }} />
      {!isAll && (
        <Button color="inherit" onClick={selecting.takeAll}>
          {list.selectAll}
        </Button>
      )}
      <Button color="inherit" onClick={selecting.clear}>
        {list.selectNone}
      </Button>
      {kind && (
        <ActOnMany
          kind={kind}
          whom={isAll ? { filter } : { ids: [...ids] }}
          close={() => setKind(null)}
        />
      )}
    </Box>
  );
}
