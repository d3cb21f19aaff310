// The roles of one of our own people, those that ended last. What waits names whoever granted it, since somebody else
// has to confirm it.
import Typography from "@mui/material/Typography";
import { useMayAsk } from "../app/use-may-ask";
import { useViewer } from "../app/viewer";
import { AskedFirst } from "../design/form/asked-first";
import { Line, Lines } from "../design/lines";
import { Mark, type MarkTone } from "../design/mark";
import { Section } from "../design/section";
import { Empty } from "../design/states";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { Member, Role } from "./member";
import { standingOf, type RoleStanding } from "./roles";
import { Staff, StaffMember, StaffRoleConfirm, StaffRoleEnd } from "./staff.documents";
import { useStaffName } from "./use-staff-name";

const TONES: Record<RoleStanding, MarkTone> = {
  IN_FORCE: "OPEN",
  WAITING: "WAITING",
  ENDED: "CLOSED",
};
const CHANGED = [StaffMember.name, Staff.name];

export function RolesOf({ member }: { member: Member }) {
  const { staff: words } = useConsoleWords().operator;
  const isEnded = ({ endedAt }: Role) => endedAt !== null;
  const roles = [
    ...member.roles.nodes.filter((role) => !isEnded(role)),
    ...member.roles.nodes.filter(isEnded),
  ];
  return (
    <Section title={words.roles} about={words.rolesAbout} isFlush>
      {roles.length === 0 ? (
        <Empty icon="badge" title={words.noRole} detail={words.noRoleNext} />
      ) : (
        <Lines name={words.roles}>
          {roles.map((role) => (
            <RoleLine key={role.id} role={role} member={member} />
          ))}
        </Lines>
      )}
    </Section>
  );
}

function RoleLine({ role, member }: { role: Role; member: Member }) {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const viewer = useViewer();
  const mayAsk = useMayAsk();
  const standing = standingOf(role);
  const isSelf = viewer.id === member.id;
  const mayChange = mayAsk(StaffRoleEnd) && !isSelf && standing !== "ENDED";
  return (
    <Line
      title={audiences[role.audience]}
      detail={<History role={role} />}
      marks={<Mark tone={TONES[standing]}>{words.standings[standing]}</Mark>}
      actions={
        mayChange && (
          <>
            {standing === "WAITING" && role.grantedBy !== viewer.id && (
              <Confirm role={role} member={member} />
            )}
            <End role={role} member={member} />
          </>
        )
      }
    />
  );
}

function History({ role }: { role: Role }) {
  const { staff: words } = useConsoleWords().operator;
  const { moment } = useMoments();
  const nameOf = useStaffName();
  const viewer = useViewer();
  const waitsForAnother = standingOf(role) === "WAITING" && role.grantedBy === viewer.id;
  const told = (id: string | null) => nameOf(id) ?? words.nobody;
  return [
    words.granted(told(role.grantedBy), moment(role.grantedAt)),
    role.confirmedAt && words.confirmed(told(role.confirmedBy), moment(role.confirmedAt)),
    waitsForAnother && words.anotherConfirms,
    role.endedAt && words.endedBy(told(role.endedBy), moment(role.endedAt)),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Confirm({ role, member }: { role: Role; member: Member }) {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const nameOf = useStaffName();
  const named = audiences[role.audience];
  return (
    <AskedFirst
      title={words.confirm}
      question={words.confirmQuestion(member.name, named)}
      document={StaffRoleConfirm}
      variables={{ input: { id: role.id } }}
      errorsOf={({ staffRoleConfirm }) => staffRoleConfirm.userErrors}
      changes={CHANGED}
      done={() => tell({ text: words.roleConfirmed(member.name, named) })}
    >
      <Typography>{words.confirmDetail(nameOf(role.grantedBy) ?? words.nobody)}</Typography>
    </AskedFirst>
  );
}

function End({ role, member }: { role: Role; member: Member }) {
  const { audiences } = useSharedWords();
  const { staff: words } = useConsoleWords().operator;
  const named = audiences[role.audience];
  return (
    <AskedFirst
      title={words.endRole}
      question={words.endRoleQuestion(member.name, named)}
      isDangerous
      document={StaffRoleEnd}
      variables={{ input: { id: role.id } }}
      errorsOf={({ staffRoleEnd }) => staffRoleEnd.userErrors}
      changes={CHANGED}
      done={() => tell({ text: words.roleEnded(member.name, named) })}
    >
      <Typography>{words.endRoleDetail}</Typography>
    </AskedFirst>
  );
}
