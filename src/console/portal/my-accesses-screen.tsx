// Who looked at what is held of oneself.
import { useListState } from "../design/list/list-state";
import { usePages } from "../api/use-answer";
import { usePortalWords } from "../words/words";
import { AccessesToMe } from "./accesses.documents";
import { AccessesPage, useAccessFilters } from "./accesses-page";

const PAGE = 30;

export function Screen() {
  const { accesses } = usePortalWords().portal;
  const filters = useAccessFilters("OF_PERSON");
  const state = useListState(filters);
  const variables = { first: PAGE, filter: state.values };
  const pages = usePages(AccessesToMe, variables, ({ accessFeed }) => accessFeed);
  return (
    <AccessesPage
      title={accesses.mineTitle}
      about={accesses.mineAbout}
      filters={filters}
      state={state}
      pages={pages}
    />
  );
}
