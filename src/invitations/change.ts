// Sending an invitation again, which makes its link anew and ends the old one, and taking it back.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { raw, sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { queueMail } from "../mail/queue-mail";
import { actorOf } from "../viewer/actor";
import { countTry, RATES } from "../viewer/sign-in/rates";
import type { Viewer } from "../viewer/viewer";
import { INVITATION_DAYS } from "./invitation";
import type { InvitationKind } from "./kinds";

type Open = { isAccepted: boolean; isWithdrawn: boolean };

async function changeOpen(
  viewer: Viewer,
  { shape }: InvitationKind<unknown>,
  { id, operation }: { id: string; operation: string },
  change: {
    isHarmlessWhenWithdrawn: boolean;
    sendsMail: boolean;
    statements: ReturnType<typeof sql>[];
  },
): Promise<UserError | null> {
  const wrong = checkId(id, "id");
  if (wrong) return wrong;
  return unitOfWork(actorOf(viewer, shape.kind), async (unit) => {
    const [found] = await unit.run(
      sql`select accepted_at is not null as "isAccepted", withdrawn_at is not null as "isWithdrawn" from ${raw(shape.table)}
        where ${reachOf(viewer, shape.table)} and id = ${id}::uuid for update`,
    );
    const invitation = found?.rows[0] as Open | undefined;
    if (!invitation) return notFound("id");
    if (invitation.isWithdrawn && change.isHarmlessWhenWithdrawn) return null;
    if (invitation.isAccepted || invitation.isWithdrawn) {
      return userError(
        "CONFLICT",
        "id",
        "This invitation was accepted or withdrawn. Invite the person anew.",
      );
    }
    if (change.sendsMail)
      await countTry(
        { rate: RATES.invitationByPerson, by: viewer.id ?? "" },
        { rate: RATES.invitationToAddress, by: id.toLowerCase() },
      );
    const entry = { action: "WRITE", operation, kind: shape.kind, subjectIds: [id] } as const;
    await unit.run(...change.statements, entryOf(viewer, entry));
    return null;
  });
}

export const resend = (
  viewer: Viewer,
  kind: InvitationKind<unknown>,
  id: string,
  operation: string,
) =>
  changeOpen(
    viewer,
    kind,
    { id, operation },
    {
      ...{ isHarmlessWhenWithdrawn: false, sendsMail: true },
      statements: [
        sql`update ${raw(kind.shape.table)} set generation = generation + 1,
          expires_at = decision_time() + make_interval(days => ${INVITATION_DAYS}::integer)
        where id = ${id}::uuid`,
        queueMail(kind.mail, id),
      ],
    },
  );

export const withdraw = (
  viewer: Viewer,
  kind: InvitationKind<unknown>,
  id: string,
  operation: string,
) =>
  changeOpen(
    viewer,
    kind,
    { id, operation },
    {
      ...{ isHarmlessWhenWithdrawn: true, sendsMail: false },
      statements: [
        sql`update ${raw(kind.shape.table)} set withdrawn_at = decision_time() where id = ${id}::uuid and accepted_at is null`,
      ],
    },
  );
