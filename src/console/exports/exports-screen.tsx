// Files with people that were asked for: how far each is, and the one that is open beside the list with all about it.
import Button from "@mui/material/Button";
import { Link, useNavigate, useSearchParams } from "react-router";
import { usePages } from "../api/use-answer";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Moment } from "../design/moment";
import { useMoments } from "../words/moments";
import { useSizes } from "../words/sizes";
import { useConsoleWords } from "../words/words";
import { DownloadExport } from "./download-export";
import { ExportDetails } from "./export-details";
import { ExportStateMark, isUnderWay, type ExportRow } from "./export-state";
import { Exports } from "./exports.documents";

const PAGE = 30;
const ASKED_EVERY_MS = 1_500;
const NO_FILTERS: Filter[] = [];

export function Screen() {
  const { exports: words } = useConsoleWords().marketing;
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const state = useListState(NO_FILTERS);
  const pages = usePages(Exports, { first: PAGE }, ({ exports }) => exports, {
    everyMs: ASKED_EVERY_MS,
    asLongAs: ({ exports }) => exports.nodes.some(isUnderWay),
  });
  const open = pages.rows.find(({ id }) => id === parameters.get("open"));
  return (
    <>
      <ListPage
        name="exports"
        title={words.title}
        about={words.about}
        actions={
          <Button
            component={Link}
            to="/exports/new"
            variant="contained"
            startIcon={<Icon name="plus" />}
          >
            {words.add}
          </Button>
        }
        columns={useColumns()}
        state={state}
        pages={pages}
        to={({ id }) => `/exports?open=${id}`}
        empty={words.empty}
      />
      {open && <ExportDetails file={open} close={() => void navigate("/exports")} />}
    </>
  );
}

function useColumns(): Column<ExportRow>[] {
  const { exports: words, exportKinds } = useConsoleWords().marketing;
  const { number } = useMoments();
  const size = useSizes();
  return [
    {
      name: "fileName",
      title: words.file,
      width: "minmax(11rem, 2fr)",
      cell: ({ fileName }) => fileName,
    },
    { name: "kind", title: words.kind, width: "8rem", cell: ({ kind }) => exportKinds[kind] },
    {
      name: "recipient",
      title: words.recipient,
      width: "minmax(8rem, 1fr)",
      cell: ({ recipient }) => recipient?.name ?? words.ourOwnUse,
    },
    {
      name: "state",
      title: words.state,
      width: "11rem",
      cell: (row) => <ExportStateMark {...row} />,
    },
    { name: "rows", title: words.rows, width: "5rem", cell: ({ rowCount }) => number(rowCount) },
    {
      name: "size",
      title: words.size,
      width: "6rem",
      isExtra: true,
      cell: ({ bytes }) => bytes !== null && size(bytes),
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
      width: "9rem",
      isExtra: true,
      cell: ({ expiresAt }) => expiresAt && <Moment at={expiresAt} />,
    },
    {
      name: "download",
      title: words.download,
      width: "8.5rem",
      cell: (row) => row.downloadUrl && <DownloadExport id={row.id} />,
    },
  ];
}
