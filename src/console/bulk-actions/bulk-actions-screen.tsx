// Acts on many people: looked at, under way, done, taken back.
import { usePages } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { BulkActions, type BulkActionsQuery } from "./bulk-actions.documents";
import { useWhatIsDone } from "./what-is-done";

type Row = BulkActionsQuery["bulkActions"]["nodes"][number];

const PAGE = 50;
const NO_FILTERS = [] as const;

export function Screen() {
  const { bulk } = useConsoleWords().marketing;
  const { number } = useMoments();
  const whatIsDone = useWhatIsDone();
  const state = useListState(NO_FILTERS);
  const pages = usePages(BulkActions, { first: PAGE }, ({ bulkActions }) => bulkActions);
  const columns: Column<Row>[] = [
    { name: "act", title: bulk.act, width: "minmax(16rem, 3fr)", cell: whatIsDone },
    {
      name: "state",
      title: bulk.state,
      width: "9rem",
      cell: ({ state: of }) => <Mark>{bulk.states[of]}</Mark>,
    },
    {
      name: "matched",
      title: bulk.matched,
      width: "8rem",
      cell: ({ matched }) => number(matched),
    },
    {
      name: "changed",
      title: bulk.changed,
      width: "8rem",
      cell: ({ changed }) => number(changed),
    },
    {
      name: "createdAt",
      title: bulk.createdAt,
      width: "10rem",
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
  ];
  return (
    <ListPage
      name="bulk-actions"
      title={bulk.title}
      about={bulk.about}
      columns={columns}
      state={state}
      pages={pages}
      to={({ id }) => `/bulk-actions/${id}`}
      empty={bulk.empty}
    />
  );
}
