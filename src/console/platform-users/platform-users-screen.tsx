// Platform users of all customers, as support sees them: addresses masked.
import { usePages } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  PlatformUsersForSupport,
  type PlatformUsersForSupportQuery,
  type PlatformUsersForSupportQueryVariables,
} from "./platform-users.documents";

type Row = PlatformUsersForSupportQuery["platformUsers"]["nodes"][number];
type Order = PlatformUsersForSupportQueryVariables["orderBy"];

const PAGE = 50;

export function Screen() {
  const shared = useSharedWords();
  const words = useConsoleWords().support.users;
  const choicesOf = (titles: Record<string, string>) =>
    Object.entries(titles).map(([value, title]) => ({ value, title }));
  const filters: Filter[] = [
    {
      name: "nameStartsWith",
      title: words.nameStartsWith,
      kind: "TEXT",
      isPersonal: true,
    },
    {
      name: "emailAddress",
      title: shared.person.emailAddress,
      kind: "TEXT",
      isPersonal: true,
      hint: words.wholeAddress,
    },
    { name: "role", title: words.role, kind: "CHOICE", choices: choicesOf(shared.userRoles) },
    { name: "state", title: words.state, kind: "CHOICE", choices: choicesOf(shared.userStates) },
  ];
  const state = useListState(filters);
  const pages = usePages(
    PlatformUsersForSupport,
    { first: PAGE, filter: state.values, orderBy: (state.order ?? "NAME") as Order },
    ({ platformUsers }) => platformUsers,
  );
  const columns: Column<Row>[] = [
    {
      name: "name",
      title: words.name,
      width: "minmax(11rem, 2fr)",
      cell: ({ name }) => name,
      order: "NAME",
    },
    {
      name: "customer",
      title: shared.kinds.CUSTOMER,
      width: "minmax(11rem, 2fr)",
      cell: ({ customer }) => customer?.name,
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
      name: "jobTitle",
      title: words.jobTitle,
      width: "minmax(9rem, 1fr)",
      isExtra: true,
      cell: ({ jobTitle }) => jobTitle,
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      cell: ({ createdAt }) => <Day on={createdAt} />,
      order: "CREATED_AT",
    },
  ];
  return (
    <ListPage
      name="platform-users"
      title={words.title}
      about={words.about}
      columns={columns}
      filters={filters}
      state={state}
      orderBy="NAME"
      pages={pages}
      to={({ id }) => `/users/${id}`}
      empty={words.empty}
    />
  );
}
