// All users of one customer, as support sees them: addresses masked.
import { Link as To, useParams } from "react-router";
import Link from "@mui/material/Link";
import { usePages } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { NotFound } from "../design/states";
import { useConsoleWords, useSharedWords } from "../words/words";
import { UsersOfCustomer, type UsersOfCustomerQuery } from "./customers.documents";

type Users = NonNullable<NonNullable<UsersOfCustomerQuery["customer"]>["platformUsers"]>;
type Row = Users["nodes"][number];

const PAGE = 50;

export function Screen() {
  const { id = "" } = useParams();
  const shared = useSharedWords();
  const { users: words, customers } = useConsoleWords().support;
  const choicesOf = (titles: Record<string, string>) =>
    Object.entries(titles).map(([value, title]) => ({ value, title }));
  const filters: Filter[] = [
    { name: "nameStartsWith", title: words.nameStartsWith, kind: "TEXT", isPersonal: true },
    { name: "role", title: words.role, kind: "CHOICE", choices: choicesOf(shared.userRoles) },
    { name: "state", title: words.state, kind: "CHOICE", choices: choicesOf(shared.userStates) },
  ];
  const state = useListState(filters);
  const pages = usePages(
    UsersOfCustomer,
    { id, first: PAGE, filter: state.values },
    ({ customer }) => customer?.platformUsers,
  );
  const customer = pages.data?.pages[0]?.customer;
  if (pages.data && !customer) return <NotFound />;
  const columns: Column<Row>[] = [
    {
      name: "name",
      title: words.name,
      width: "minmax(11rem, 2fr)",
      cell: ({ name }) => name,
    },
    {
      name: "emailAddress",
      title: shared.person.emailAddress,
      width: "minmax(9rem, 1fr)",
      cell: ({ emailAddressMasked }) => emailAddressMasked,
    },
    {
      name: "role",
      title: words.role,
      width: "11rem",
      cell: ({ role }) => shared.userRoles[role],
    },
    {
      name: "state",
      title: words.state,
      width: "8rem",
      cell: ({ state: of }) => (
        <Mark tone={of === "ACTIVE" ? "OPEN" : "CLOSED"}>{shared.userStates[of]}</Mark>
      ),
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      cell: ({ createdAt }) => <Day on={createdAt} />,
    },
    {
      name: "jobTitle",
      title: words.jobTitle,
      width: "minmax(10rem, 1fr)",
      isExtra: true,
      cell: ({ jobTitle }) => jobTitle,
    },
  ];
  return (
    <ListPage
      name="users-of-customer"
      title={customer ? customers.usersOf(customer.name) : customers.users}
      about={
        <Link component={To} to={`/customers/${id}`}>
          {customers.backToCustomer}
        </Link>
      }
      columns={columns}
      filters={filters}
      state={state}
      pages={pages}
      to={(row) => `/users/${row.id}`}
      empty={customers.noUsersNext}
    />
  );
}
