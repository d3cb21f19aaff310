// One of our own people: what they act as and could before, with whoever granted and confirmed it, and what an
// operator can do about it. Nobody changes an own role.
import Typography from "@mui/material/Typography";
import { useParams } from "react-router";
import { foundNode } from "../api/found-node";
import { useAnswer } from "../api/use-answer";
import { useMayAsk } from "../app/use-may-ask";
import { useViewer } from "../app/viewer";
import { Facts } from "../design/facts";
import { AskedFirst } from "../design/form/asked-first";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { GrantRole } from "./grant-role";
import { RolesOf } from "./roles-of";
import { Staff, StaffDeactivate, StaffInvitations, StaffMember } from "./staff.documents";
import type { Member } from "./member";

export function Screen() {
  const { id = "" } = useParams();
  const member = useAnswer(StaffMember, { id });
  return (
    <Answered of={member} find={({ node }) => foundNode<Member>(node)}>
      {(found) => <MemberPage member={found} />}
    </Answered>
  );
}

function MemberPage({ member }: { member: Member }) {
  const { person, userStates } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const viewer = useViewer();
  const mayAsk = useMayAsk();
  const isSelf = viewer.id === member.id;
  const isActive = member.state === "ACTIVE";
  const isChangeable = mayAsk(StaffDeactivate) && isActive && !isSelf;
  return (
    <Page
      title={member.name}
      about={isSelf ? words.thisIsYou : words.oneAbout}
      actions={
        isChangeable && (
          <>
            <GrantRole member={member} />
            <Deactivate member={member} />
          </>
        )
      }
    >
      <Section title={words.facts}>
        <Facts
          facts={[
            [person.emailAddress, member.emailAddress],
            [
              words.state,
              <Mark key="state" tone={isActive ? "OPEN" : "CLOSED"}>
                {userStates[member.state]}
              </Mark>,
            ],
            [words.createdAt, <Day key="day" on={member.createdAt} />],
            [words.deactivatedAt, member.deactivatedAt && <Day on={member.deactivatedAt} />],
          ]}
        />
      </Section>
      <RolesOf member={member} />
    </Page>
  );
}

function Deactivate({ member: { id, name, roles } }: { member: Member }) {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const { list } = useMoments();
  const live = roles.nodes.filter(({ endedAt }) => endedAt === null);
  return (
    <AskedFirst
      title={words.deactivate}
      question={words.deactivateQuestion(name)}
      isDangerous
      document={StaffDeactivate}
      variables={{ input: { id } }}
      errorsOf={({ staffDeactivate }) => staffDeactivate.userErrors}
      changes={[StaffMember.name, Staff.name, StaffInvitations.name]}
      done={() => tell({ text: words.deactivated(name) })}
    >
      <Typography>
        {live.length > 0
          ? words.deactivateDetail(list(live.map(({ audience }) => audiences[audience])))
          : words.deactivateWithoutRole}
      </Typography>
      <Typography>{words.deactivateNext}</Typography>
    </AskedFirst>
  );
}
