// One platform user in one page, as support sees it: who, for what the record may be processed, and what happened.
import Link from "@mui/material/Link";
import { Link as To, useParams } from "react-router";
import { useAnswer, usePages } from "../api/use-answer";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { PersonHeader } from "../design/person/person-header";
import { RevealedAddress } from "../design/person/revealed-address";
import { Section } from "../design/section";
import { Answered, FaultNotice, Waiting } from "../design/states";
import { Timeline } from "../design/timeline";
import { useSourceNames } from "../words/sources";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ActivitiesForSupport,
  PlatformUserForSupport,
  RevealEmailAddress,
  type PlatformUserForSupportQuery,
} from "./platform-users.documents";

type User = NonNullable<PlatformUserForSupportQuery["platformUser"]>;

const ACTIVITIES_SHOWN = 30;

export function Screen() {
  const { id = "" } = useParams();
  const user = useAnswer(PlatformUserForSupport, { id });
  return (
    <Answered of={user} find={({ platformUser }) => platformUser}>
      {(found) => <PlatformUserPage user={found} />}
    </Answered>
  );
}

function PlatformUserPage({ user }: { user: User }) {
  const { userRoles, userStates } = useSharedWords();
  const words = useConsoleWords().support.users;
  return (
    <Page title={user.name} about={user.jobTitle}>
      <PersonHeader
        kind="PLATFORM_USER"
        state={
          <>
            <Mark>{userRoles[user.role]}</Mark>
            <Mark tone={user.state === "ACTIVE" ? "OPEN" : "CLOSED"}>{userStates[user.state]}</Mark>
          </>
        }
        address={
          <RevealedAddress
            masked={user.emailAddressMasked}
            document={RevealEmailAddress}
            input={{ id: user.id, kind: "PLATFORM_USER" }}
          />
        }
        permittedPurposes={user.permittedPurposes}
        facts={[
          [
            words.customer,
            user.customer && (
              <Link component={To} to={`/customers/${user.customer.id}`}>
                {user.customer.name}
              </Link>
            ),
          ],
          [words.phone, user.phone],
          [words.createdAt, <Day key="day" on={user.createdAt} />],
          [words.deactivatedAt, user.deactivatedAt && <Day on={user.deactivatedAt} />],
        ]}
      />
      <Activities id={user.id} />
    </Page>
  );
}

function Activities({ id }: { id: string }) {
  const sourceName = useSourceNames();
  const { person, activityKinds } = useSharedWords();
  const pages = usePages(
    ActivitiesForSupport,
    { id, first: ACTIVITIES_SHOWN },
    ({ platformUser }) => platformUser?.activities,
  );
  return (
    <Section title={person.timeline}>
      {pages.error && <FaultNotice error={pages.error} again={() => void pages.refetch()} />}
      {pages.isPending ? (
        <Waiting />
      ) : (
        <Timeline
          entries={pages.rows.map(({ id: key, kind, occurredAt, source }) => ({
            id: key,
            at: occurredAt,
            icon: "clock",
            title: activityKinds[kind],
            detail: sourceName(source),
          }))}
          more={{
            has: pages.hasNextPage,
            isLoading: pages.isFetchingNextPage,
            load: () => void pages.fetchNextPage(),
          }}
        />
      )}
    </Section>
  );
}
