// Records that are going to be erased, the next to go first: when, what goes and what stays.
import { usePages } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Moment } from "../design/moment";
import { useItems } from "../legal-holds/items";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { Due } from "./due";
import { ErasuresForPrivacy, type ErasuresForPrivacyQuery } from "./erasures.documents";

type Row = ErasuresForPrivacyQuery["erasures"]["nodes"][number];

const PAGE = 50;
const NO_FILTERS: Filter[] = [];

export function Screen() {
  const { kinds } = useSharedWords();
  const { erasures: words } = useConsoleWords().privacy;
  const { titleOf } = useItems();
  const { list } = useMoments();
  const named = (items: readonly string[]) =>
    items.length > 0 ? list(items.map(titleOf)) : words.nothing;
  const state = useListState(NO_FILTERS);
  const pages = usePages(ErasuresForPrivacy, { first: PAGE }, ({ erasures }) => erasures);
  const columns: Column<Row>[] = [
    {
      name: "kind",
      title: words.record,
      width: "11rem",
      cell: ({ subjectKind }) => kinds[subjectKind],
    },
    { name: "due", title: words.due, width: "13rem", cell: ({ dueAt }) => <Due at={dueAt} /> },
    {
      name: "willGo",
      title: words.willGo,
      width: "minmax(14rem, 3fr)",
      cell: ({ willGo }) => named(willGo),
    },
    {
      name: "stays",
      title: words.stays,
      width: "minmax(8rem, 1fr)",
      cell: ({ stays }) => named(stays),
    },
    {
      name: "scheduled",
      title: words.scheduled,
      width: "9rem",
      cell: ({ scheduledAt }) => <Moment at={scheduledAt} />,
    },
  ];
  return (
    <ListPage
      name="erasures"
      title={words.title}
      about={words.about}
      columns={columns}
      state={state}
      pages={pages}
      to={({ subjectKind, subjectId }) => `/people/${subjectKind}/${subjectId}`}
      empty={words.empty}
    />
  );
}
