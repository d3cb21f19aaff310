// The job that sends one queued mail. That it is about to be handed over is on disk before the server hears of it: a
// mail that a crash leaves handed over may have arrived, and is never sent again by itself.
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";
import { JobFailure } from "../jobs/reason";

import { LETTERS } from "./letter";
import type { MailKind } from "./queue-mail";
import { deliver } from "./send";

const MAILER = jobActor("job_mailer");

type Queued = { kind: MailKind; aboutId: string };

/** Throws where the mail server refused for now: the job is tried again later. */
export async function sendMail(mailId: string, publicUrl: string): Promise<void> {
  const letter = await unitOfWork(MAILER, async (unit) => {
    const [found] = await unit.run(
      sql`select kind, about_id as "aboutId" from mails where id = ${mailId}::uuid and state = 'QUEUED' for update`,
    );
    const mail = found?.rows[0] as Queued | undefined;
    if (!mail) return null;
    const composed = await LETTERS[mail.kind](unit, mail.aboutId, publicUrl);
    await unit.run(
      composed
        ? sql`update mails set state = 'HANDED_OVER', handed_over_at = decision_time() where id = ${mailId}::uuid`
        : sql`update mails set state = 'POINTLESS', settled_at = decision_time() where id = ${mailId}::uuid`,
    );
    return composed;
  });
  if (!letter) return;
  const messageId = `<${mailId}@${new URL(publicUrl).hostname}>`;
  const delivery = await deliver({ ...letter, messageId });
  await settle(mailId, STATES[delivery.outcome]);
  if (delivery.outcome === "DEFERRED") throw new JobFailure("MAIL_DEFERRED");
}

/** A mail that was put off is queued again; one in doubt may have arrived, and is left to a person. */
const STATES = {
  ACCEPTED: "SENT",
  REFUSED: "REFUSED",
  IN_DOUBT: "IN_DOUBT",
  DEFERRED: "QUEUED",
} as const;

const settle = (mailId: string, state: (typeof STATES)[keyof typeof STATES]) =>
  unitOfWork(MAILER, (unit) =>
    unit.run(
      sql`update mails set state = ${state}::mail_state,
          settled_at = case when ${state === "QUEUED"}::boolean then null else decision_time() end
        where id = ${mailId}::uuid`,
    ),
  );
