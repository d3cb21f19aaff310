// Readers of the newsletter.
import { usePages } from "../api/use-answer";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { usePeopleColumns } from "./people-columns";
import { SuppressButton } from "../suppressions/suppress-button";
import { useConsoleWords, useSharedWords } from "../words/words";
import { Subscribers, type SubscribersQueryVariables } from "./subscribers.documents";

type Order = SubscribersQueryVariables["orderBy"];

const PAGE = 50;

export function Screen() {
  const { person } = useSharedWords();
  const { subscribers: words, wholeAddress } = useConsoleWords().marketing;
  const filters: Filter[] = [
    {
      name: "emailAddress",
      title: person.emailAddress,
      kind: "TEXT",
      isPersonal: true,
      hint: wholeAddress,
    },
  ];
  const state = useListState(filters);
  const columns = usePeopleColumns({ isSorted: true });
  const pages = usePages(
    Subscribers,
    { first: PAGE, filter: state.values, orderBy: (state.order ?? "NAME") as Order },
    ({ subscribers }) => subscribers,
  );
  return (
    <ListPage
      name="subscribers"
      title={words.title}
      about={words.about}
      actions={<SuppressButton purpose="NEWSLETTER" />}
      columns={columns}
      filters={filters}
      state={state}
      orderBy="NAME"
      pages={pages}
      to={({ id }) => `/subscribers/${id}`}
      empty={words.empty}
    />
  );
}
