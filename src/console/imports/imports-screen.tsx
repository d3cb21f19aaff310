// Imports of files, the latest first, each with what became of its rows.
import Button from "@mui/material/Button";
import { Link } from "react-router";
import { usePages } from "../api/use-answer";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Moment } from "../design/moment";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { ImportStateMark, isUnderWay } from "./import-state";
import { Imports, type ImportsQuery } from "./imports.documents";

type Row = ImportsQuery["imports"]["nodes"][number];

const PAGE = 30;
const ASKED_EVERY_MS = 2_000;
const NO_FILTERS: Filter[] = [];

export function Screen() {
  const { imports: words } = useConsoleWords().marketing;
  const state = useListState(NO_FILTERS);
  const pages = usePages(Imports, { first: PAGE }, ({ imports }) => imports, {
    everyMs: ASKED_EVERY_MS,
    asLongAs: ({ imports }) => imports.nodes.some(isUnderWay),
  });
  return (
    <ListPage
      name="imports"
      title={words.title}
      about={words.about}
      actions={
        <Button
          component={Link}
          to="/imports/new"
          variant="contained"
          startIcon={<Icon name="plus" />}
        >
          {words.add}
        </Button>
      }
      columns={useColumns()}
      state={state}
      pages={pages}
      to={({ id }) => `/imports/${id}`}
      empty={words.empty}
    />
  );
}

function useColumns(): Column<Row>[] {
  const { imports: words, importKinds, importTools } = useConsoleWords().marketing;
  const { number } = useMoments();
  const figures = (["added", "changed", "unchanged", "stopped", "refused"] as const).map(
    (name): Column<Row> => ({
      name,
      title: words[name],
      width: "7.5rem",
      isExtra: name === "unchanged" || name === "changed",
      cell: (row) => number(row[name]),
    }),
  );
  return [
    {
      name: "fileName",
      title: words.file,
      width: "minmax(12rem, 2fr)",
      cell: ({ fileName }) => fileName,
    },
    { name: "kind", title: words.kind, width: "8rem", cell: ({ kind }) => importKinds[kind] },
    {
      name: "state",
      title: words.state,
      width: "11rem",
      cell: (row) => <ImportStateMark {...row} />,
    },
    {
      name: "source",
      title: words.source,
      width: "minmax(9rem, 1fr)",
      cell: ({ source }) => source,
    },
    ...figures,
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
    {
      name: "tool",
      title: words.tool,
      width: "9rem",
      isExtra: true,
      cell: ({ tool }) => importTools[tool],
    },
  ];
}
