// Prospects, as far as marketing may turn to them; those chosen are marked as told.
import Button from "@mui/material/Button";
import { Link } from "react-router";
import { usePages } from "../api/use-answer";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter, type FilterValues } from "../design/list/list-state";
import { useSelection } from "../design/list/selection";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { SuppressButton } from "../suppressions/suppress-button";
import { beginningOf } from "../words/days";
import { useConsoleWords, useSharedWords } from "../words/words";
import { ChosenProspects } from "./chosen-prospects";
import { ToBeInformedBy } from "./to-be-informed-by";
import {
  Prospects,
  type ProspectFilter,
  type ProspectKind,
  type ProspectsQuery,
  type ProspectsQueryVariables,
} from "./prospects.documents";

type Row = ProspectsQuery["prospects"]["nodes"][number];
type Order = ProspectsQueryVariables["orderBy"];

const PAGE = 50;

export function Screen() {
  const { marketing } = useConsoleWords();
  const words = marketing.prospects;
  const filters = useFilters();
  const state = useListState(filters);
  const selecting = useSelection();
  const filter = filterOf(state.values);
  const pages = usePages(
    Prospects,
    { first: PAGE, filter, orderBy: (state.order ?? "NAME") as Order },
    ({ prospects }) => prospects,
  );
  const columns = useColumns();
  const { isAll, ids } = selecting.selection;
  return (
    <ListPage
      name="prospects"
      title={words.title}
      about={words.about}
      actions={
        <>
          <SuppressButton />
          <Button
            component={Link}
            to="/prospects/new"
            variant="contained"
            startIcon={<Icon name="plus" />}
          >
            {words.add}
          </Button>
        </>
      }
      columns={columns}
      filters={filters}
      state={state}
      orderBy="NAME"
      pages={pages}
      to={({ id }) => `/prospects/${id}`}
      selecting={selecting}
      chosen={(isAll || ids.size > 0) && <ChosenProspects selecting={selecting} />}
      empty={words.empty}
    />
  );
}

function useFilters(): Filter[] {
  const { person } = useSharedWords();
  const { marketing } = useConsoleWords();
  const words = marketing.prospects;
  return [
    { name: "nameStartsWith", title: words.nameStartsWith, kind: "TEXT", isPersonal: true },
    {
      name: "emailAddress",
      title: person.emailAddress,
      kind: "TEXT",
      isPersonal: true,
      hint: marketing.wholeAddress,
    },
    {
      name: "kind",
      title: words.kind,
      kind: "CHOICE",
      choices: Object.entries(marketing.prospectKinds).map(([value, title]) => ({ value, title })),
    },
    {
      name: "isToBeInformed",
      title: words.informed,
      kind: "CHOICE",
      choices: [
        { value: "true", title: words.isToBeInformed },
        { value: "false", title: words.isInformed },
      ],
    },
    { name: "toBeInformedBefore", title: words.toBeInformedBefore, kind: "DAY" },
  ];
}

const filterOf = ({
  nameStartsWith,
  emailAddress,
  kind,
  isToBeInformed,
  toBeInformedBefore,
}: FilterValues): ProspectFilter => ({
  ...(nameStartsWith && { nameStartsWith }),
  ...(emailAddress && { emailAddress }),
  ...(kind && { kind: kind as ProspectKind }),
  ...(isToBeInformed && { isToBeInformed: isToBeInformed === "true" }),
  ...(toBeInformedBefore && { toBeInformedBefore: beginningOf(toBeInformedBefore) }),
});

function useColumns(): Column<Row>[] {
  const { person } = useSharedWords();
  const { marketing } = useConsoleWords();
  const words = marketing.prospects;
  return [
    {
      name: "name",
      title: marketing.name,
      width: "minmax(11rem, 2fr)",
      cell: ({ name }) => name,
      order: "NAME",
    },
    {
      name: "companyName",
      title: words.company,
      width: "minmax(8rem, 1.2fr)",
      cell: ({ companyName }) => companyName,
    },
    {
      name: "emailAddress",
      title: person.emailAddress,
      width: "minmax(13rem, 2.4fr)",
      cell: ({ emailAddress }) => emailAddress,
    },
    {
      name: "kind",
      title: words.kind,
      width: "10.5rem",
      cell: ({ kind }) => marketing.prospectKinds[kind],
    },
    {
      name: "mayEmail",
      title: marketing.mailable,
      width: "7.5rem",
      cell: ({ mayEmail }) => (
        <Mark tone={mayEmail ? "OPEN" : "PLAIN"}>
          {mayEmail ? marketing.mayEmail : marketing.mayNotEmail}
        </Mark>
      ),
    },
    {
      name: "toBeInformedBy",
      title: words.toBeInformedBy,
      width: "9rem",
      cell: ({ toBeInformedBy }) => <ToBeInformedBy at={toBeInformedBy} />,
    },
    {
      name: "informedOn",
      title: words.informedOn,
      width: "8rem",
      isExtra: true,
      cell: ({ informedOn }) => informedOn && <Day on={informedOn} />,
    },
    {
      name: "source",
      title: words.source,
      width: "minmax(9rem, 1.5fr)",
      isExtra: true,
      cell: ({ source }) => source,
    },
    {
      name: "createdAt",
      title: marketing.createdAt,
      width: "8rem",
      isExtra: true,
      cell: ({ createdAt }) => <Day on={createdAt} />,
      order: "CREATED_AT",
    },
  ];
}
