// The users of the company, as its account administrators see them.
import Button from "@mui/material/Button";
import { Link } from "react-router";
import { usePages } from "../api/use-answer";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { usePortalWords, useSharedWords } from "../words/words";
import {
  UsersOfOurs,
  type UsersOfOursQuery,
  type UsersOfOursQueryVariables,
} from "./users.documents";

type Row = UsersOfOursQuery["platformUsers"]["nodes"][number];

const PAGE = 50;

export function Screen() {
  const shared = useSharedWords();
  const { users: words, invitations } = usePortalWords().portal;
  const choicesOf = (titles: Record<string, string>) =>
    Object.entries(titles).map(([value, title]) => ({ value, title }));
  const filters: Filter[] = [
    { name: "nameStartsWith", title: words.nameStartsWith, kind: "TEXT", isPersonal: true },
    { name: "role", title: words.role, kind: "CHOICE", choices: choicesOf(shared.userRoles) },
    { name: "state", title: words.state, kind: "CHOICE", choices: choicesOf(shared.userStates) },
  ];
  const state = useListState(filters);
  const orderBy = (state.order ?? "NAME") as UsersOfOursQueryVariables["orderBy"];
  const pages = usePages(
    UsersOfOurs,
    { first: PAGE, filter: state.values, orderBy },
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
      name: "emailAddress",
      title: shared.person.emailAddress,
      width: "minmax(14rem, 3fr)",
      cell: ({ emailAddress }) => emailAddress,
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
      cell: ({ jobTitle }) => jobTitle,
    },
    {
      name: "phone",
      title: words.phone,
      width: "10rem",
      isExtra: true,
      cell: ({ phone }) => phone,
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "8rem",
      cell: ({ createdAt }) => <Day on={createdAt} />,
      order: "CREATED_AT",
    },
    {
      name: "deactivatedAt",
      title: words.deactivatedAt,
      width: "8rem",
      isExtra: true,
      cell: ({ deactivatedAt }) => deactivatedAt && <Day on={deactivatedAt} />,
    },
  ];
  return (
    <ListPage
      name="users-of-ours"
      title={words.title}
      about={words.about}
      actions={
        <Button
          variant="contained"
          startIcon={<Icon name="plus" />}
          component={Link}
          to="/invitations?do=invite"
        >
          {invitations.invite}
        </Button>
      }
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
