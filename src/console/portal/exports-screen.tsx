// Files that the company's administrators had made: how far each is, and taking it away.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useSearchParams } from "react-router";
import { useMutation } from "@tanstack/react-query";
import { useAct, usePages } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState } from "../design/list/list-state";
import { Mark, type MarkTone } from "../design/mark";
import { Moment } from "../design/moment";
import { tell } from "../design/toasts";
import { useFaultWords } from "../design/states";
import { useMoments } from "../words/moments";
import { usePortalWords } from "../words/words";
import { download } from "./download";
import { ExportOfOursCancel, ExportsOfOurs, type ExportsOfOursQuery } from "./exports.documents";
import { isThere } from "../exports/file-is-there";
import { StartExport } from "./start-export";

type Row = ExportsOfOursQuery["exports"]["nodes"][number];

const PAGE = 50;
const WATCHED_EACH_MS = 2_000;
const KIBIBYTE = 1024;
const TONES: Record<Row["state"], MarkTone> = {
  QUEUED: "WAITING",
  RUNNING: "WAITING",
  DONE: "OPEN",
  CANCELLED: "PLAIN",
  FAILED: "CLOSED",
};

const isUnderWay = ({ state }: Row) => state === "QUEUED" || state === "RUNNING";

export function Screen() {
  const { exports: words } = usePortalWords().portal;
  const { number } = useMoments();
  const kindOf = useKinds();
  const state = useListState([]);
  const [parameters, setParameters] = useSearchParams();
  const start = (isOn: boolean) => setParameters(isOn ? { do: "start" } : {}, { replace: true });
  const pages = usePages(ExportsOfOurs, { first: PAGE }, (answer) => answer.exports, {
    everyMs: WATCHED_EACH_MS,
    asLongAs: ({ exports }) => exports.nodes.some(isUnderWay),
  });
  const columns: Column<Row>[] = [
    { name: "kind", title: words.kind, width: "minmax(9rem, 1fr)", cell: kindOf },
    {
      name: "reason",
      title: words.reason,
      width: "minmax(11rem, 2fr)",
      cell: ({ reason }) => reason,
    },
    { name: "state", title: words.state, width: "9rem", cell: (row) => <State row={row} /> },
    {
      name: "rows",
      title: words.rows,
      width: "5rem",
      cell: ({ rowCount }) => number(rowCount),
    },
    {
      name: "size",
      title: words.size,
      width: "6rem",
      isExtra: true,
      cell: ({ bytes }) => bytes !== null && `${number(Math.ceil(bytes / KIBIBYTE))} KiB`,
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "8rem",
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
    {
      name: "expiresAt",
      title: words.expiresAt,
      width: "8rem",
      cell: (row) => isThere(row) && row.expiresAt && <Moment at={row.expiresAt} />,
    },
    { name: "acts", title: words.acts, width: "10rem", cell: (row) => <Acts row={row} /> },
  ];
  return (
    <>
      <ListPage
        name="exports-of-ours"
        title={words.title}
        about={words.about}
        actions={
          <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => start(true)}>
            {words.start}
          </Button>
        }
        columns={columns}
        state={state}
        pages={pages}
        empty={words.empty}
      />
      {parameters.get("do") === "start" && <StartExport close={() => start(false)} />}
    </>
  );
}

function useKinds(): (row: Pick<Row, "kind">) => string {
  const { exports: words } = usePortalWords().portal;
  return ({ kind }) =>
    kind === "PLATFORM_USERS" || kind === "ACCESS_LOG" ? words.kinds[kind] : words.kindOther;
}

function State({ row }: { row: Row }) {
  const { exports: words } = usePortalWords().portal;
  const { number } = useMoments();
  const { state, percent, failure, isOutdated } = row;
  if (isOutdated) {
    return (
      <span title={words.outdatedDetail}>
        <Mark tone="CLOSED">{words.outdated}</Mark>
      </span>
    );
  }
  if (state === "DONE" && !isThere(row)) return <Mark>{words.gone}</Mark>;
  return (
    <span title={failure ?? undefined}>
      <Mark tone={TONES[state]}>
        {words.states[state]}
        {state === "RUNNING" && ` ${words.percent(number(percent))}`}
      </Mark>
    </span>
  );
}

function Acts({ row }: { row: Row }) {
  const { exports: words } = usePortalWords().portal;
  const viewer = useViewer();
  const kind = useKinds()(row);
  const cancel = useAct(ExportOfOursCancel, {
    changes: [ExportsOfOurs.name],
    done: ({ exportCancel: { userErrors } }) => {
      const [refused] = userErrors;
      tell(refused ? { text: refused.message, isFault: true } : { text: words.cancelled });
    },
  });
  const taking = useMutation({
    mutationFn: () => download(row),
    onSuccess: (isTaken) => isTaken || tell({ text: words.noFile, isFault: true }),
  });
  const { detail } = useFaultWords(taking.error);
  if (row.createdBy !== viewer.id) return null;
  return (
    <Box sx={{ display: "flex", gap: 1 }}>
      {isThere(row) && (
        <Button
          startIcon={<Icon name="download" />}
          disabled={taking.isPending}
          title={taking.error ? detail : undefined}
          color={taking.error ? "error" : "primary"}
          aria-label={words.downloadOf(kind)}
          onClick={() => taking.mutate()}
        >
          {words.download}
        </Button>
      )}
      {isUnderWay(row) && (
        <Button
          color="inherit"
          disabled={cancel.isPending}
          aria-label={words.cancelOf(kind)}
          onClick={() => cancel.mutate({ input: { id: row.id } })}
        >
          {words.cancel}
        </Button>
      )}
    </Box>
  );
}
