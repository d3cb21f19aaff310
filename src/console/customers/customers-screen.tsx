// Customers, as those see them who serve them or run the system.
import { useMayAsk } from "../app/use-may-ask";
import { usePages } from "../api/use-answer";
import { type Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Day } from "../design/moment";
import { useCountryName } from "../words/countries";
import { useConsoleWords, useSharedWords } from "../words/words";
import { CustomerStateMark } from "./customer-state-mark";
import { NewCustomer } from "./new-customer";
import { CustomerCreate } from "./keeping.documents";
import {
  Customers,
  type CustomersQuery,
  type CustomersQueryVariables,
} from "./customers.documents";

type Row = CustomersQuery["customers"]["nodes"][number];

const PAGE = 50;

export function Screen() {
  const shared = useSharedWords();
  const { support } = useConsoleWords();
  const words = support.customers;
  const filters: Filter[] = [
    { name: "nameStartsWith", title: words.nameStartsWith, kind: "TEXT" },
    {
      name: "state",
      title: words.state,
      kind: "CHOICE",
      choices: Object.entries(shared.customerStates).map(([value, title]) => ({ value, title })),
    },
  ];
  const mayAsk = useMayAsk();
  const countryName = useCountryName();
  const state = useListState(filters);
  const pages = usePages(
    Customers,
    {
      first: PAGE,
      filter: state.values,
      orderBy: (state.order ?? "NAME") as CustomersQueryVariables["orderBy"],
    },
    ({ customers }) => customers,
  );
  const columns: Column<Row>[] = [
    {
      name: "name",
      title: words.name,
      width: "minmax(14rem, 3fr)",
      cell: ({ name }) => name,
      order: "NAME",
    },
    {
      name: "state",
      title: words.state,
      width: "8rem",
      cell: ({ state: of }) => <CustomerStateMark state={of} />,
    },
    {
      name: "country",
      title: words.country,
      width: "minmax(7rem, 1fr)",
      cell: ({ country }) => countryName(country) ?? country,
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      cell: ({ createdAt }) => <Day on={createdAt} />,
      order: "CREATED_AT",
    },
    {
      name: "permittedPurposes",
      title: shared.person.mayBeUsedFor,
      width: "minmax(12rem, 2fr)",
      isExtra: true,
      cell: ({ permittedPurposes }) =>
        permittedPurposes.map((purpose) => shared.purposes[purpose]).join(", "),
    },
  ];
  return (
    <ListPage
      name="customers"
      title={words.title}
      about={words.about}
      actions={mayAsk(CustomerCreate) && <NewCustomer />}
      columns={columns}
      filters={filters}
      state={state}
      orderBy="NAME"
      pages={pages}
      to={({ id }) => `/customers/${id}`}
      empty={words.empty}
    />
  );
}
