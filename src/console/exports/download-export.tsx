// A file is taken away by a link of its own, asked for at the click: it is good for an hour, and the list may be older.
import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api/ask";
import { Icon } from "../design/icons";
import { faultLineOf } from "../design/states";
import { takeAway } from "../design/take-away";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ExportDownload, Exports } from "./exports.documents";

export function DownloadExport({ id, isMain = false }: { id: string; isMain?: boolean }) {
  const { marketing, shared } = useConsoleWords();
  const { exports: words } = marketing;
  const { fault } = shared;
  const client = useQueryClient();
  const taking = useMutation({
    mutationFn: () => ask(ExportDownload, { id }),
    onSuccess: ({ export: file }) => {
      if (file?.downloadUrl) return takeAway(file.downloadUrl);
      tell({ text: file?.isOutdated ? words.outdatedDetail : words.gone, isFault: true });
      void client.invalidateQueries({ queryKey: [Exports.name] });
    },
    onError: (error) => tell({ text: faultLineOf(error, fault), isFault: true }),
  });
  return (
    <Button
      size="small"
      variant={isMain ? "contained" : "text"}
      sx={isMain ? {} : { minHeight: 28 }}
      startIcon={<Icon name="download" />}
      disabled={taking.isPending}
      onClick={() => taking.mutate()}
    >
      {words.download}
    </Button>
  );
}
