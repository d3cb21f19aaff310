// What the program's own mails say, written when they are sent, from what is true then: nobody gets a link that works
// no more. No letter where there is nobody to write to, or nothing to say any more.
import { raw, sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import { linkToken } from "../viewer/sign-in/link-token";
import type { MailKind } from "./queue-mail";

export type Letter = { to: string; subject: string; text: string };
type Compose = (unit: Unit, aboutId: string, publicUrl: string) => Promise<Letter | null>;

type Invitation = {
  name: string;
  emailAddress: string;
  generation: number;
  expiresOn: string;
  into: string | null;
};
type Person = { name: string; emailAddress: string; customerName: string | null };
type Way = Person & { credentialId: string };

const IGNORE = "If you did not expect this mail, you need not do anything.";
const isOpen = raw(
  "i.accepted_at is null and i.withdrawn_at is null and i.expires_at > decision_time()",
);
const expiresOn = raw(
  `to_char(i.expires_at at time zone 'UTC', 'FMDD FMMonth YYYY, HH24:MI "UTC"') as "expiresOn"`,
);

const userInvitation: Compose = async (unit, id, publicUrl) => {
  const [found] = await unit.run(
    sql`select i.name, i.email_address as "emailAddress", i.generation, ${expiresOn}, c.name as into
      from user_invitations i join customers c on c.id = i.customer_id and c.state = 'ACTIVE' where i.id = ${id}::uuid and ${isOpen}`,
  );
  const invitation = found?.rows[0] as Invitation | undefined;
  if (!invitation) return null;
  const token = linkToken("USER_INVITATION", { id, generation: invitation.generation });
  return invitationLetter(invitation, `${publicUrl}/invitation?token=${token}`);
};

const staffInvitation: Compose = async (unit, id, publicUrl) => {
  const [found] = await unit.run(
    sql`select i.name, i.email_address as "emailAddress", i.generation, ${expiresOn}, null as into
      from staff_invitations i where i.id = ${id}::uuid and ${isOpen}`,
  );
  const invitation = found?.rows[0] as Invitation | undefined;
  if (!invitation) return null;
  const token = linkToken("STAFF_INVITATION", { id, generation: invitation.generation });
  return invitationLetter(invitation, `${publicUrl}/invitation?token=${token}`);
};

const invitationLetter = (
  { name, emailAddress, expiresOn: until, into }: Invitation,
  link: string,
): Letter => ({
  to: emailAddress,
  subject: into ? `Your invitation to ${unlinked(into)}` : "Your invitation to Zendbox Back Office",
  text: paragraphs(
    `Hello ${unlinked(name)},`,
    into
      ? `you are invited to use the platform for ${unlinked(into)}. Choose a password here:`
      : "you are invited to work in Zendbox Back Office. Choose a password here:",
    link,
    `The link works once, until ${until}.`,
    IGNORE,
  ),
});

/** One mail, however many companies the address signs in at: each has its own password. */
const passwordReset: Compose = async (unit, id, publicUrl) => {
  const [found] = await unit.run(
    sql`select c.id as "credentialId", ${PERSON} from password_resets r join credentials c on c.email_hash = r.email_hash
        and c.password_changed_at < r.requested_at ${JOINED}
      where r.id = ${id}::uuid and r.expires_at > decision_time() and ${IS_ACTIVE} order by k.name`,
  );
  const ways = (found?.rows ?? []) as Way[];
  const [first] = ways;
  if (!first) return null;
  const links = ways.flatMap(({ credentialId, customerName }) => [
    ...(ways.length > 1 ? [`For ${unlinked(customerName ?? "Zendbox Back Office")}:`] : []),
    `${publicUrl}/password?token=${linkToken("PASSWORD_RESET", { id, of: credentialId })}`,
  ]);
  return {
    to: first.emailAddress,
    subject: "Set a new password",
    text: paragraphs(
      `Hello ${unlinked(first.name)},`,
      "somebody, probably you, asked for a link to set a new password. Here it is; it works once, for an hour:",
      ...links,
      IGNORE,
    ),
  };
};

const notice =
  (subject: string, said: string): Compose =>
  async (unit, id, publicUrl) => {
    const [found] = await unit.run(
      sql`select ${PERSON} from credentials c ${JOINED} where c.id = ${id}::uuid and ${IS_ACTIVE}`,
    );
    const person = found?.rows[0] as Person | undefined;
    if (!person) return null;
    const where = person.customerName ? ` (${unlinked(person.customerName)})` : "";
    const text = paragraphs(
      `Hello ${unlinked(person.name)},`,
      `${said}${where}`,
      `If that was you, all is well. If not, set a new password at once: ask for a link at ${publicUrl}, and tell your administrator.`,
    );
    return { to: person.emailAddress, subject, text };
  };

const PERSON = raw(
  `coalesce(u.name, s.name) as name, coalesce(u.email_address, s.email_address) as "emailAddress", k.name as "customerName"`,
);
const JOINED = raw(
  `left join platform_users u on u.customer_id = c.customer_id and u.id = c.person_id and u.state = 'ACTIVE'
   left join customers k on k.id = u.customer_id and k.state = 'ACTIVE'
   left join staff s on c.person_kind = 'STAFF' and s.id = c.person_id and s.state = 'ACTIVE'`,
);
const IS_ACTIVE = raw("(k.id is not null or s.id is not null)");

/** What somebody typed, so that no mail program makes a link of it: an unseen space stands after each inner dot. */
const unlinked = (typed: string) => typed.replace(/\.(?=[\p{L}\p{N}])/gu, ".\u200b");

const paragraphs = (...all: string[]) => `${all.join("\n\n")}\n`;

export const LETTERS: Record<MailKind, Compose> = {
  USER_INVITATION: userInvitation,
  STAFF_INVITATION: staffInvitation,
  PASSWORD_RESET: passwordReset,
  PASSWORD_CHANGED: notice(
    "Your password was changed",
    "your password was changed, and your other sessions ended.",
  ),
  SECOND_FACTOR_CHANGED: notice(
    "Your second factor was changed",
    "a second factor was set up for signing in, or its recovery codes were made anew.",
  ),
  SESSION_REVOKED: notice(
    "A session of yours was ended",
    "a session of yours was continued from two places, as happens when somebody has copied it. We ended it.",
  ),
};
