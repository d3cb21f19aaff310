// What waits for an operator today: jobs that failed for good, roles that somebody else granted, and invitations whose
// links soon end. Where nothing waits, it says so.
import Button from "@mui/material/Button";
import { useState } from "react";
import { Link as To } from "react-router";
import { useAnswer } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { AdministratorInvitations } from "../customers/keeping.documents";
import { Line, Lines, NoLine } from "../design/lines";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { Jobs } from "../jobs/jobs.documents";
import { useTaskTitle } from "../jobs/use-task-title";
import { standingOf } from "../staff/roles";
import { RoleMark } from "../staff/role-mark";
import { Staff, StaffInvitations } from "../staff/staff.documents";
import { useStaffName } from "../staff/use-staff-name";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";

export const waitingForOperatorAsks = [Jobs, Staff, StaffInvitations, AdministratorInvitations];

const READ = 100;
const ASKED_EVERY_MS = 60_000;
const SOON_MS = 2 * 24 * 3_600_000;
const JOBS_SHOWN = 3;

export const WaitingForOperator = () => (
  <>
    <FailedJobs />
    <RolesToConfirm />
    <EndingInvitations />
  </>
);

function FailedJobs() {
  const { waiting: words } = useConsoleWords().operator;
  const { number } = useMoments();
  const answer = useAnswer(Jobs, { onlyFailed: true }, { everyMs: ASKED_EVERY_MS });
  const titleOfTask = useTaskTitle();
  return (
    <Section
      title={words.failedJobs}
      isFlush
      actions={
        Boolean(answer.data?.jobs.length) && (
          <Button component={To} to="/jobs?onlyFailed=true" variant="outlined" color="inherit">
            {words.toJobs}
          </Button>
        )
      }
    >
      <Answered of={answer} find={(found) => found.jobs} lines={2}>
        {(failed) =>
          failed.length === 0 ? (
            <NoLine text={words.noFailedJobs} />
          ) : (
            <Lines name={words.failedJobs}>
              {failed.slice(0, JOBS_SHOWN).map(({ id, task, reason }) => (
                <Line key={id} title={titleOfTask(task)} detail={reason} />
              ))}
              {failed.length > JOBS_SHOWN && (
                <Line
                  title={words.moreJobs(number(failed.length - JOBS_SHOWN))}
                  to="/jobs?onlyFailed=true"
                />
              )}
            </Lines>
          )
        }
      </Answered>
    </Section>
  );
}

function RolesToConfirm() {
  const { waiting: words } = useConsoleWords().operator;
  const viewer = useViewer();
  const nameOf = useStaffName();
  const { moment } = useMoments();
  const answer = useAnswer(Staff, { first: READ }, { everyMs: ASKED_EVERY_MS });
  return (
    <Section title={words.roles} isFlush>
      <Answered of={answer} find={(found) => found.staff.nodes} lines={2}>
        {(people) => {
          const mine = people.flatMap((person) =>
            person.roles.nodes
              .filter(
                (role) =>
                  standingOf(role) === "WAITING" &&
                  role.grantedBy !== viewer.id &&
                  person.id !== viewer.id,
              )
              .map((role) => ({ person, role })),
          );
          if (mine.length === 0) return <NoLine text={words.noRoles} />;
          return (
            <Lines name={words.roles}>
              {mine.map(({ person, role }) => (
                <Line
                  key={role.id}
                  title={person.name}
                  to={`/staff/${person.id}`}
                  detail={words.grantedBy(nameOf(role.grantedBy) ?? "", moment(role.grantedAt))}
                  marks={<RoleMark role={role} />}
                />
              ))}
            </Lines>
          );
        }}
      </Answered>
    </Section>
  );
}

function EndingInvitations() {
  const { waiting: words } = useConsoleWords().operator;
  const ofStaff = useAnswer(StaffInvitations, { first: READ });
  const ofAdministrators = useAnswer(AdministratorInvitations, { first: READ });
  const soon = useEndsSoon();
  return (
    <Section title={words.invitations} isFlush>
      <Answered of={ofStaff} find={(found) => found.staffInvitations.nodes} lines={2}>
        {(staff) => (
          <Answered of={ofAdministrators} find={(found) => found.userInvitations.nodes} lines={2}>
            {(administrators) => {
              const ending = [
                ...staff.filter(soon).map((each) => ({ ...each, to: "/invitations" })),
                ...administrators
                  .filter(soon)
                  .map((each) => ({ ...each, to: `/customers/${each.customerId}` })),
              ];
              if (ending.length === 0) return <NoLine text={words.noInvitations} />;
              return (
                <Lines name={words.invitations}>
                  {ending.map(({ id, name, expiresAt, to }) => (
                    <Line
                      key={id}
                      title={name}
                      to={to}
                      marks={
                        <Mark tone="WAITING">
                          {words.linkEnds} <Moment at={expiresAt} />
                        </Mark>
                      }
                    />
                  ))}
                </Lines>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Section>
  );
}

type Ending = { state: string; expiresAt: string };

const useEndsSoon = () => {
  // as of when this was drawn: a minute more or less says nothing here
  const [now] = useState(() => Date.now());
  return ({ state, expiresAt }: Ending) =>
    state === "OPEN" && Date.parse(expiresAt) - now < SOON_MS;
};
