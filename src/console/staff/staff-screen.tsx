// Our own people and what each may act as.
import { usePages } from "../api/use-answer";
import { useMayAsk } from "../app/use-may-ask";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState } from "../design/list/list-state";
import { Mark, Marks } from "../design/mark";
import { Day } from "../design/moment";
import { useConsoleWords, useSharedWords } from "../words/words";
import { RoleMark } from "./role-mark";
import { Staff, StaffInvite, type StaffQuery } from "./staff.documents";
import { InviteColleague } from "./invite-colleague";

type Row = StaffQuery["staff"]["nodes"][number];

const PAGE = 50;

export function Screen() {
  const { person, userStates } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const mayAsk = useMayAsk();
  const state = useListState([]);
  const pages = usePages(Staff, { first: PAGE }, ({ staff }) => staff);
  const columns: Column<Row>[] = [
    { name: "name", title: words.name, width: "minmax(11rem, 2fr)", cell: ({ name }) => name },
    {
      name: "roles",
      title: words.roles,
      width: "minmax(14rem, 3fr)",
      cell: ({ roles }) => <LiveRoles roles={roles.nodes} />,
    },
    {
      name: "emailAddress",
      title: person.emailAddress,
      width: "minmax(14rem, 2fr)",
      cell: ({ emailAddress }) => emailAddress,
    },
    {
      name: "state",
      title: words.state,
      width: "8rem",
      cell: ({ state: of }) => (
        <Mark tone={of === "ACTIVE" ? "OPEN" : "CLOSED"}>{userStates[of]}</Mark>
      ),
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      cell: ({ createdAt }) => <Day on={createdAt} />,
    },
  ];
  return (
    <ListPage
      name="staff"
      title={words.title}
      about={words.about}
      actions={mayAsk(StaffInvite) && <InviteColleague />}
      columns={columns}
      state={state}
      pages={pages}
      to={({ id }) => `/staff/${id}`}
      empty={words.empty}
    />
  );
}

function LiveRoles({ roles }: { roles: Row["roles"]["nodes"] }) {
  const { staff: words } = useConsoleWords().operator;
  const live = roles.filter(({ endedAt }) => endedAt === null);
  if (live.length === 0) return words.noRole;
  return (
    <Marks>
      {live.map((role) => (
        <RoleMark key={role.id} role={role} />
      ))}
    </Marks>
  );
}
