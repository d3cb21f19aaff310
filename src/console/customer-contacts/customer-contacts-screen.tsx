// People at customers whom marketing may turn to.
import { usePages } from "../api/use-answer";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { usePeopleColumns } from "../subscribers/people-columns";
import { useConsoleWords } from "../words/words";
import { CustomerContactsForMarketing } from "./customer-contacts.documents";

const PAGE = 50;
const NO_FILTERS: Filter[] = [];

export function Screen() {
  const { contacts: words } = useConsoleWords().marketing;
  const state = useListState(NO_FILTERS);
  const columns = usePeopleColumns({ isSorted: false });
  const pages = usePages(
    CustomerContactsForMarketing,
    { first: PAGE },
    ({ customerContacts }) => customerContacts,
  );
  return (
    <ListPage
      name="customer-contacts"
      title={words.title}
      about={words.about}
      columns={columns}
      state={state}
      pages={pages}
      to={({ id }) => `/contacts/${id}`}
      empty={words.empty}
    />
  );
}
