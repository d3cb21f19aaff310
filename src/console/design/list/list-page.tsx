// A list as a screen: title, filters, tools, the table, and what stands there when it is empty.
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { isValidElement, type ReactNode } from "react";
import { ViewsMenu } from "../../saved-views/views-menu";
import { useListPreferences } from "../../settings/preferences";
import { useSharedWords } from "../../words/words";
import { Page } from "../page";
import { Empty, FaultNotice, Waiting } from "../states";
import { shownColumns, type Column } from "./columns";
import { DataTable } from "./data-table";
import { FilterBar } from "./filter-bar";
import type { Filter, ListState } from "./list-state";
import { ListTools } from "./list-tools";
import type { Selecting } from "./selection";

/** What usePages answers, as far as a list needs it. */
export type RowPages<Row> = {
  rows: readonly Row[];
  error: unknown;
  isPending: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  fetchNextPage(): unknown;
  refetch(): unknown;
};

type ListPageProps<Row> = {
  /** Under which the person's choices are kept. */
  name: string;
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  columns: readonly Column<Row>[];
  pages: RowPages<Row>;
  to?: (row: Row) => string;
  filters?: readonly Filter[];
  state: ListState;
  /** The order while none is chosen. */
  orderBy?: string;
  selecting?: Selecting;
  /** Above the table while rows are chosen. */
  chosen?: ReactNode;
  /** Where there is nothing at all: what to do next. */
  empty: ReactNode;
};

export function ListPage<Row extends { id: string }>(props: ListPageProps<Row>) {
  const { name, title, about, actions, columns, filters = [], state, chosen } = props;
  const { preferences, set } = useListPreferences(name);
  return (
    <Page title={title} about={about} actions={actions} isFull>
      <Box sx={{ display: "flex", gap: 2, alignItems: "flex-end", flexWrap: "wrap" }}>
        <FilterBar filters={filters} state={state} />
        <ViewsMenu list={name} search={state.search} />
        <ListTools columns={columns} preferences={preferences} set={set} />
      </Box>
      {chosen}
      <Rows
        {...props}
        columns={shownColumns(columns, preferences.columns)}
        density={preferences.density}
      />
    </Page>
  );
}

type RowsProps<Row> = ListPageProps<Row> & { density: "COMPACT" | "COMFORTABLE" };

function Rows<Row extends { id: string }>({
  title,
  pages,
  columns,
  density,
  to,
  state,
  orderBy,
  selecting,
  empty,
}: RowsProps<Row>) {
  const { list } = useSharedWords();
  const { rows, error, isPending, isFetching, isFetchingNextPage, hasNextPage } = pages;
  if (isPending) return <Waiting lines={12} />;
  if (error && rows.length === 0) {
    return <FaultNotice error={error} again={() => void pages.refetch()} />;
  }
  if (rows.length === 0) {
    if (state.hasFilters) {
      return <Empty icon="search" title={list.nothingMatches} detail={list.nothingMatchesNext} />;
    }
    return isValidElement(empty) ? empty : <Empty title={list.notFiltered} detail={empty} />;
  }
  const by = state.order ?? orderBy;
  return (
    <>
      <DataTable
        title={title}
        columns={columns}
        rows={rows}
        question={JSON.stringify([state.values, by])}
        density={density}
        more={{
          has: hasNextPage,
          isLoading: isFetchingNextPage,
          load: () => void pages.fetchNextPage(),
        }}
        {...(to && { to })}
        {...(by && { order: { by, choose: state.setOrder } })}
        selecting={selecting}
      />
      <Typography variant="caption" color="textSecondary" role="status" component="p">
        {[
          list.shown(rows.length),
          isFetching ? list.loadingMore : hasNextPage ? "" : list.endReached,
        ]
          .filter(Boolean)
          .join(" · ")}
      </Typography>
    </>
  );
}
