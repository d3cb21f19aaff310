// One user in one page: who, for what the record may be used, what happened, and what an account administrator can change.
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useState } from "react";
import { Link as To, useParams } from "react-router";
import { useAnswer, usePages } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { Icon } from "../design/icons";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { PersonHeader } from "../design/person/person-header";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { usePortalWords, useSharedWords } from "../words/words";
import { Activities } from "./activities";
import { DeactivateUser } from "./deactivate-user";
import { EditUser } from "./edit-user";
import { ActivitiesOfUserOfOurs, UserOfOurs, type UserOfOursQuery } from "./users.documents";

export type User = NonNullable<UserOfOursQuery["platformUser"]>;

const PAGE = 30;

export function Screen() {
  const { id = "" } = useParams();
  const user = useAnswer(UserOfOurs, { id });
  return (
    <Answered of={user} find={({ platformUser }) => platformUser}>
      {(found) => <UserPage user={found} />}
    </Answered>
  );
}

function UserPage({ user }: { user: User }) {
  const { userRoles, userStates, person } = useSharedWords();
  const { users: words, me } = usePortalWords().portal;
  const viewer = useViewer();
  const [doing, setDoing] = useState<"EDIT" | "DEACTIVATE" | null>(null);
  const close = () => setDoing(null);
  const pages = usePages(
    ActivitiesOfUserOfOurs,
    { id: user.id, first: PAGE },
    ({ platformUser }) => platformUser?.activities,
  );
  return (
    <Page
      title={user.name}
      about={user.jobTitle}
      actions={
        <>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<Icon name="eye" />}
            component={To}
            to={`/accesses?subjectId=${user.id}`}
          >
            {words.whoLooked}
          </Button>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<Icon name="pencil" />}
            onClick={() => setDoing("EDIT")}
          >
            {words.edit}
          </Button>
          {user.state === "ACTIVE" && (
            <Button variant="outlined" color="error" onClick={() => setDoing("DEACTIVATE")}>
              {words.deactivate}
            </Button>
          )}
        </>
      }
    >
      <PersonHeader
        kind="PLATFORM_USER"
        state={
          <>
            <Mark>{userRoles[user.role]}</Mark>
            <Mark tone={user.state === "ACTIVE" ? "OPEN" : "CLOSED"}>{userStates[user.state]}</Mark>
            {user.id === viewer.id && <Mark>{me.thisIsYou}</Mark>}
          </>
        }
        address={<Link href={`mailto:${user.emailAddress}`}>{user.emailAddress}</Link>}
        permittedPurposes={user.permittedPurposes}
        facts={[
          [words.phone, user.phone],
          [words.createdAt, <Day key="day" on={user.createdAt} />],
          [words.deactivatedAt, user.deactivatedAt && <Day on={user.deactivatedAt} />],
        ]}
      />
      <Section title={person.timeline}>
        <Activities pages={pages} />
      </Section>
      {doing === "EDIT" && <EditUser user={user} close={close} />}
      {doing === "DEACTIVATE" && <DeactivateUser user={user} close={close} />}
    </Page>
  );
}
