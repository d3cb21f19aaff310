// Which PostgreSQL role an audience or job enters, and from which login. A role is no barrier inside a
// login that may enter others, so only audiences that may stand beside each other share one.
import { AUDIENCES, type Audience } from "../viewer/audience";

export const JOB_ROLES = [
  "job_sequencer",
  "job_figures",
  "job_deriver",
  "job_mailer",
  "job_sweeper",
  "job_importer",
  "job_exporter",
  "job_bulk_actor",
  "job_sealer",
  "queue_owner",
] as const;
export type JobRole = (typeof JOB_ROLES)[number];

/** No login and no audience: each owns the functions of one purpose, and may do only that. */
export const NARROW_ROLES = [
  "lawfulness",
  "outbox_writer",
  "revealer",
  "suppressor",
  "finder",
  "enroller",
  "replayer",
  "undoer",
  "eraser",
] as const;

export type AudienceRole = `audience_${Lowercase<Audience>}`;
export type Role = AudienceRole | JobRole | typeof SIGN_IN_ROLE;

/** Reads credentials and sessions, and whether a person may still act. Only `viewer/` enters it. */
export const SIGN_IN_ROLE = "sign_in";

export const audienceRole = (audience: Audience) =>
  `audience_${audience.toLowerCase()}` as AudienceRole;

export const LOGINS = {
  login_public: ["PUBLIC"],
  login_customers: ["PLATFORM_USER", "ACCOUNT_ADMINISTRATOR"],
  login_staff: ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR"],
  login_machines: ["CONTACT_SYNC", "CONNECTOR", "INTAKE", "DASHBOARD"],
  login_jobs: [],
  login_sign_in: [],
} as const satisfies Record<string, readonly Audience[]>;

export type Login = keyof typeof LOGINS;
export const LOGIN_NAMES = Object.keys(LOGINS) as Login[];

/** The roles that a login may enter. */
export function rolesOf(login: Login): Role[] {
  if (login === "login_jobs") return [...JOB_ROLES];
  if (login === "login_sign_in") return [SIGN_IN_ROLE];
  return LOGINS[login].map(audienceRole);
}

const loginByRole = new Map(
  LOGIN_NAMES.flatMap((login) => rolesOf(login).map((role) => [role, login])),
);

/** The login from which a role is entered. */
export function loginOf(role: Role): Login {
  const login = loginByRole.get(role);
  if (!login) throw new Error(`No login may enter the role ${role}.`);
  return login;
}

export const AUDIENCE_ROLES = AUDIENCES.map(audienceRole);

/** Every role that some login may enter. */
export const ENTERED_ROLES: readonly Role[] = [...AUDIENCE_ROLES, SIGN_IN_ROLE, ...JOB_ROLES];
