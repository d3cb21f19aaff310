// Inviting a person: nothing is made of them yet but the invitation, which ends by itself after seven days.
import { Field, ID, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { type Fragment, sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { isUniqueViolation } from "../database/unique-violation";
import { newId } from "../database/uuid";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { addressAsGiven, canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { queueMail } from "../mail/queue-mail";
import { UserRole } from "../platform-users/platform-user";
import { StaffAudience } from "../staff/staff-role";
import { actorOf } from "../viewer/actor";
import { countTry, RATES } from "../viewer/sign-in/rates";
import type { Viewer } from "../viewer/viewer";
import { INVITATION_DAYS } from "./invitation";
import { type InvitationKind, STAFF, USER } from "./kinds";

@InputType({ description: "Whom to invite." })
class InvitedPerson {
  @Field(() => String, { description: "The person's name, up to 200 characters." })
  name!: string;

  @Field(() => String, { description: "The address that the link goes to." })
  emailAddress!: string;
}

@InputType({ description: "Whom to invite as a user." })
export class UserInviteInput extends InvitedPerson {
  @Field(() => UserRole, {
    defaultValue: UserRole.USER,
    description: "What the person shall be able to do.",
  })
  role!: UserRole;
}

@InputType({ description: "Whom to invite as the first administrator of a customer." })
export class FirstAdministratorInviteInput extends InvitedPerson {
  @Field(() => ID, { description: "The customer." })
  customerId!: string;
}

@InputType({ description: "Whom to invite as one of our own people." })
export class StaffInviteInput extends InvitedPerson {
  @Field(() => StaffAudience, { description: "What the person shall act as." })
  audience!: StaffAudience;
}

export type Invited = { id: string | null; userErrors: UserError[] };
const refused = (...userErrors: UserError[]): Invited => ({ id: null, userErrors });

export async function userInvite(viewer: Viewer, input: UserInviteInput): Promise<Invited> {
  return invite(viewer, USER, input, {
    operation: "userInvite",
    isTaken: (canonical) =>
      sql`select where needs_no_invitation(${viewer.customerId}::uuid, ${addressHash(canonical)}::bytea)`,
    insert: (person) =>
      sql`insert into user_invitations (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, expires_at)
        values (${viewer.customerId}::uuid, ${columns(person)}, ${input.role}::user_role, ${viewer.id}::uuid, ${inSevenDays})`,
  });
}

/** Only while the customer has nobody who could invite. */
export async function firstAdministratorInvite(
  viewer: Viewer,
  input: FirstAdministratorInviteInput,
): Promise<Invited> {
  const wrong = checkId(input.customerId, "customerId");
  if (wrong) return refused(wrong);
  return invite(viewer, USER, input, {
    operation: "firstAdministratorInvite",
    isReachable: sql`select from customers where id = ${input.customerId}::uuid and state = 'ACTIVE'`,
    isTaken: () => sql`select where has_active_administrator(${input.customerId}::uuid)`,
    insert: (person) =>
      sql`insert into user_invitations (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, expires_at)
        values (${input.customerId}::uuid, ${columns(person)}, 'ACCOUNT_ADMINISTRATOR', ${viewer.id}::uuid, ${inSevenDays})`,
  });
}

export async function staffInvite(viewer: Viewer, input: StaffInviteInput): Promise<Invited> {
  return invite(viewer, STAFF, input, {
    operation: "staffInvite",
    isTaken: (canonical) => sql`select from staff where email_canonical = ${canonical}`,
    insert: (person) =>
      sql`insert into staff_invitations (id, name, email_address, email_canonical, email_hash, audience, invited_by, expires_at)
        values (${columns(person)}, ${input.audience}::staff_audience, ${viewer.id}::uuid, ${inSevenDays})`,
  });
}

type Person = { id: string; name: string; emailAddress: string; canonical: string };
type Inviting = {
  operation: string;
  /** Finds a row where the viewer may invite to it at all. */
  isReachable?: Fragment;
  /** Finds a row where there is no need to. */
  isTaken(canonical: string): Fragment;
  insert(person: Person): Fragment;
};

const inSevenDays = sql`decision_time() + make_interval(days => ${INVITATION_DAYS}::integer)`;
const columns = ({ id, name, emailAddress, canonical }: Person) =>
  sql`${id}::uuid, ${name}, ${emailAddress}, ${canonical}, ${addressHash(canonical)}::bytea`;

const alreadyExists = (field: string) =>
  userError(
    "ALREADY_EXISTS",
    field,
    "There is somebody already, or an open invitation. Send that one again, or withdraw it.",
  );

/** The name stands in a letter that goes out in our name. */
const checkNoSite = (name: string): UserError | null =>
  /:\/\/|\bwww\./i.test(name)
    ? userError("INVALID", "name", "Give the person's name alone, without the address of a site.")
    : null;

async function invite(
  viewer: Viewer,
  { shape, mail }: InvitationKind<unknown>,
  { name, emailAddress }: InvitedPerson,
  { operation, isReachable, isTaken, insert }: Inviting,
): Promise<Invited> {
  const canonical = canonicalAddress(emailAddress);
  const faults = refusals(
    checkText(name, "name", { maximum: 200, isRequired: true }) ?? checkNoSite(name),
    canonical ? null : userError("INVALID", "emailAddress", "Give emailAddress as name@domain."),
  );
  if (faults.length || !canonical) return refused(...faults);
  const person = {
    id: newId(),
    name: name.trim(),
    emailAddress: addressAsGiven(emailAddress),
    canonical,
  };
  try {
    const fault = await unitOfWork(
      actorOf(viewer, shape.kind),
      async (unit): Promise<UserError | null> => {
        const [reached] = isReachable ? await unit.run(isReachable) : [{ rowCount: 1 }];
        if (!reached?.rowCount) return notFound("customerId");
        const [taken] = await unit.run(isTaken(canonical));
        if (taken?.rowCount) return alreadyExists("emailAddress");
        await countTry(
          { rate: RATES.invitationByPerson, by: viewer.id ?? "" },
          { rate: RATES.invitationToAddress, by: addressHash(canonical) },
        );
        const entry = {
          action: "WRITE",
          operation,
          kind: shape.kind,
          subjectIds: [person.id],
        } as const;
        await unit.run(insert(person), queueMail(mail, person.id), entryOf(viewer, entry));
        return null;
      },
    );
    return fault ? refused(fault) : { id: person.id, userErrors: [] };
  } catch (error) {
    if (isUniqueViolation(error)) return refused(alreadyExists("emailAddress"));
    throw error;
  }
}
