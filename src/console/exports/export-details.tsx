// All about one export, beside the list: for whom, what is in it, its checksum, and how to take it away or end it.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { Facts } from "../design/facts";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { Icon } from "../design/icons";
import { Moment } from "../design/moment";
import { Progress } from "../design/progress";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useSizes } from "../words/sizes";
import { useConsoleWords } from "../words/words";
import { DownloadExport } from "./download-export";
import { ExportStateMark, isUnderWay, type ExportRow } from "./export-state";
import { isThere } from "./file-is-there";
import { ExportCancel, Exports } from "./exports.documents";

type ExportDetailsProps = { file: ExportRow; close(): void };

export function ExportDetails({ file, close }: ExportDetailsProps) {
  const { exports: words, exportKinds, exportFormats } = useConsoleWords().marketing;
  const { number } = useMoments();
  const size = useSizes();
  const id = useId();
  const isMade = file.state === "DONE" && !file.isOutdated;
  return (
    <Drawer
      open
      anchor="right"
      onClose={close}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-labelledby": id,
          sx: { width: "min(30rem, 100vw)", p: 5, display: "grid", gap: 4, alignContent: "start" },
        },
      }}
    >
      <Box sx={{ display: "flex", gap: 2, alignItems: "flex-start" }}>
        <Typography variant="h2" id={id} dir="auto" sx={{ flex: 1, minWidth: 0 }}>
          {file.fileName}
        </Typography>
        <IconButton aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </IconButton>
      </Box>
      {isUnderWay(file) && (
        <Progress
          label={words.written(number(file.percent))}
          percent={file.state === "QUEUED" ? null : file.percent}
        />
      )}
      {file.isOutdated && <Alert severity="warning">{words.outdatedDetail}</Alert>}
      {file.failure && (
        <Alert severity="error">
          {words.failure}: {file.failure}
        </Alert>
      )}
      <Facts
        facts={
          [
            [words.state, <ExportStateMark key="state" {...file} />],
            [words.kind, exportKinds[file.kind]],
            [words.whom, file.onlyMailable ? words.onlyMailable : words.everybody],
            [words.recipient, file.recipient?.name ?? words.ourOwnUse],
            [words.reason, file.reason],
            [words.format, exportFormats[file.format]],
            [words.rows, number(file.rowCount)],
            [words.size, file.bytes !== null && size(file.bytes)],
            [words.columns, file.columns.join(", ")],
            [words.createdAt, <Moment key="created" at={file.createdAt} isExact />],
            [words.expiresAt, file.expiresAt && <Moment at={file.expiresAt} isExact />],
            [words.checksum, file.sha256 && <Box component="code">{file.sha256}</Box>],
          ].filter(([, value]) => value !== false) as [string, string][]
        }
      />
      {isMade && !file.downloadUrl && (
        <Typography variant="body2" color="textSecondary">
          {isThere(file) ? words.notYours : words.gone}
        </Typography>
      )}
      <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }}>
        {file.downloadUrl && <DownloadExport id={file.id} isMain />}
        {(isUnderWay(file) || file.state === "DONE") && <EndExport file={file} />}
      </Box>
    </Drawer>
  );
}

function EndExport({ file }: { file: ExportRow }) {
  const { exports: words } = useConsoleWords().marketing;
  const [isAsked, setAsked] = useState(false);
  const act = isUnderWay(file) ? words.cancel : words.remove;
  const form = useForm({
    initial: {},
    document: ExportCancel,
    input: () => ({ input: { id: file.id } }),
    errorsOf: ({ exportCancel }) => exportCancel.userErrors,
    changes: [Exports.name],
    done: () => {
      setAsked(false);
      tell({ text: words.cancelled });
    },
  });
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setAsked(true)}>
        {act}
      </Button>
      <FormDialog
        isOpen={isAsked}
        isDangerous
        title={words.cancelTitle}
        close={() => setAsked(false)}
        act={act}
        form={form}
      >
        <Typography>{words.cancelDetail(file.fileName)}</Typography>
      </FormDialog>
    </>
  );
}
