// Who looked at what is the company's, for its account administrators.
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { Link, useSearchParams } from "react-router";
import { useListState } from "../design/list/list-state";
import { usePages } from "../api/use-answer";
import { usePortalWords } from "../words/words";
import { AccessesToOurData } from "./accesses.documents";
import { AccessesPage, useAccessFilters } from "./accesses-page";

const PAGE = 30;

export function Screen() {
  const { accesses } = usePortalWords().portal;
  const filters = useAccessFilters("OF_COMPANY");
  const state = useListState(filters);
  const [parameters] = useSearchParams();
  const subjectId = parameters.get("subjectId");
  const filter = { ...state.values, ...(subjectId && { subjectId }) };
  const pages = usePages(AccessesToOurData, { first: PAGE, filter }, (answer) => answer.accessFeed);
  return (
    <AccessesPage
      title={accesses.title}
      about={accesses.about}
      filters={filters}
      state={state}
      pages={pages}
      above={
        subjectId && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" component={Link} to="/accesses">
                {accesses.showAll}
              </Button>
            }
          >
            {accesses.onlyOne}
          </Alert>
        )
      }
    />
  );
}
