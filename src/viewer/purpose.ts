// Why a viewer may: the purpose follows from the audience and the kind of record, from a closed list.
// A request may narrow it by `x-purpose`, never widen or replace it, so nobody escapes an objection by
// naming another purpose. What a customer instructs about Customer Data is no purpose of ours: see CONNECTOR.
import { OPERATION_ERRORS, REQUEST_ERRORS } from "../errors/catalogue";
import { fill } from "../errors/template";
import { ANSWERING_THE_PERSON, type DeclaredPurpose } from "../lawfulness/purposes";
import { type Audience, AUDIENCES } from "./audience";
import type { Viewer } from "./viewer";

/** What an operation is about. */
export type Kind =
  | "CUSTOMER"
  | "CUSTOMER_CONTACT"
  | "PLATFORM_USER"
  | "ACCOUNT_ADMINISTRATOR"
  | "ACTIVITY"
  | "PROSPECT"
  | "INTERACTION"
  | "SUBSCRIBER"
  | "PRIVACY_REQUEST"
  | "FIGURES"
  | "STAFF"
  | "SESSION"
  | "PREFERENCES"
  | "INVITATION"
  | "API_CLIENT"
  | "IMPORT"
  | "EXPORT"
  | "BULK_ACTION"
  | "GOVERNANCE";

/** One line per audience; a kind that isn't named is not its business. */
const PURPOSES_BY_AUDIENCE: Record<Audience, Partial<Record<Kind, DeclaredPurpose>>> = {
  PUBLIC: {
    SUBSCRIBER: "NEWSLETTER",
    PRIVACY_REQUEST: ANSWERING_THE_PERSON,
    GOVERNANCE: ANSWERING_THE_PERSON,
  },
  PLATFORM_USER: {
    PLATFORM_USER: ANSWERING_THE_PERSON,
    ACTIVITY: ANSWERING_THE_PERSON,
    PRIVACY_REQUEST: ANSWERING_THE_PERSON,
    GOVERNANCE: ANSWERING_THE_PERSON,
    ACCOUNT_ADMINISTRATOR: "SERVICE_PERFORMANCE",
    CUSTOMER: "SERVICE_PERFORMANCE",
    SESSION: "SECURITY",
    PREFERENCES: "SERVICE_PERFORMANCE",
  },
  ACCOUNT_ADMINISTRATOR: {
    CUSTOMER: "SERVICE_PERFORMANCE",
    CUSTOMER_CONTACT: "SERVICE_PERFORMANCE",
    PLATFORM_USER: "SERVICE_PERFORMANCE",
    ACCOUNT_ADMINISTRATOR: "SERVICE_PERFORMANCE",
    ACTIVITY: "SERVICE_PERFORMANCE",
    PRIVACY_REQUEST: "SERVICE_PERFORMANCE",
    GOVERNANCE: "SERVICE_PERFORMANCE",
    INVITATION: "SERVICE_PERFORMANCE",
    EXPORT: "SERVICE_PERFORMANCE",
    SESSION: "SECURITY",
    PREFERENCES: "SERVICE_PERFORMANCE",
  },
  SUPPORT: {
    CUSTOMER: "CUSTOMER_SUPPORT",
    CUSTOMER_CONTACT: "CUSTOMER_SUPPORT",
    PLATFORM_USER: "CUSTOMER_SUPPORT",
    ACCOUNT_ADMINISTRATOR: "CUSTOMER_SUPPORT",
    ACTIVITY: "CUSTOMER_SUPPORT",
    PRIVACY_REQUEST: ANSWERING_THE_PERSON,
    SESSION: "SECURITY",
    PREFERENCES: "SECURITY",
  },
  MARKETING: {
    PROSPECT: "MARKETING_AND_SALES",
    INTERACTION: "MARKETING_AND_SALES",
    CUSTOMER_CONTACT: "MARKETING_AND_SALES",
    FIGURES: "MARKETING_AND_SALES",
    IMPORT: "MARKETING_AND_SALES",
    EXPORT: "MARKETING_AND_SALES",
    BULK_ACTION: "MARKETING_AND_SALES",
    GOVERNANCE: "MARKETING_AND_SALES",
    SUBSCRIBER: "NEWSLETTER",
    SESSION: "SECURITY",
    PREFERENCES: "SECURITY",
  },
  PRIVACY_OFFICER: {
    CUSTOMER: ANSWERING_THE_PERSON,
    CUSTOMER_CONTACT: ANSWERING_THE_PERSON,
    PLATFORM_USER: ANSWERING_THE_PERSON,
    ACCOUNT_ADMINISTRATOR: ANSWERING_THE_PERSON,
    ACTIVITY: ANSWERING_THE_PERSON,
    PROSPECT: ANSWERING_THE_PERSON,
    INTERACTION: ANSWERING_THE_PERSON,
    SUBSCRIBER: ANSWERING_THE_PERSON,
    PRIVACY_REQUEST: ANSWERING_THE_PERSON,
    STAFF: ANSWERING_THE_PERSON,
    FIGURES: "LEGAL_OBLIGATIONS",
    GOVERNANCE: "LEGAL_OBLIGATIONS",
    API_CLIENT: "LEGAL_OBLIGATIONS",
    IMPORT: "LEGAL_OBLIGATIONS",
    EXPORT: "LEGAL_OBLIGATIONS",
    BULK_ACTION: "LEGAL_OBLIGATIONS",
    SESSION: "SECURITY",
    PREFERENCES: "SECURITY",
  },
  OPERATOR: {
    CUSTOMER: "SERVICE_PERFORMANCE",
    INVITATION: "SERVICE_PERFORMANCE",
    SESSION: "SECURITY",
    PREFERENCES: "SECURITY",
    ACCOUNT_ADMINISTRATOR: "SERVICE_PERFORMANCE",
    STAFF: "SECURITY",
    API_CLIENT: "SECURITY",
    GOVERNANCE: "SECURITY",
  },
  CONTACT_SYNC: {
    PROSPECT: "MARKETING_AND_SALES",
    CUSTOMER_CONTACT: "MARKETING_AND_SALES",
    SUBSCRIBER: "NEWSLETTER",
  },
  CONNECTOR: {},
  INTAKE: { ACTIVITY: "SERVICE_PERFORMANCE", INTERACTION: "MARKETING_AND_SALES" },
  DASHBOARD: { FIGURES: "SERVICE_IMPROVEMENT" },
};

/** The request named a purpose that its audience never acts for. */
export class PurposeNotAllowed extends Error {
  readonly code = "PURPOSE_NOT_ALLOWED";
  constructor() {
    super(REQUEST_ERRORS.PURPOSE_NOT_ALLOWED.meaning);
    this.name = "PurposeNotAllowed";
  }
}

/** The operation's purpose is not the one that the request narrowed itself to, or there is none. */
export class PurposeRefused extends Error {
  readonly code = "PURPOSE_NOT_ALLOWED";
  constructor(kind: Kind) {
    super(fill(OPERATION_ERRORS.PURPOSE_NOT_ALLOWED.message, { kind }));
    this.name = "PurposeRefused";
  }
}

const ALL_PURPOSES = Object.fromEntries(
  AUDIENCES.map((audience) => [
    audience,
    [...new Set(Object.values(PURPOSES_BY_AUDIENCE[audience]))],
  ]),
) as Record<Audience, DeclaredPurpose[]>;

/** The purposes an audience acts for, whatever the kind. */
export const purposesOf = (audience: Audience): readonly DeclaredPurpose[] =>
  ALL_PURPOSES[audience];

/** The purposes this viewer acts for: its audience's, within its scopes, narrowed by the request. */
export const purposesOfViewer = (viewer: Viewer): DeclaredPurpose[] =>
  purposesOf(viewer.audience).filter((purpose) => actsFor(viewer, purpose));

const actsFor = ({ scopes, narrowedTo }: Viewer, purpose: DeclaredPurpose): boolean =>
  (scopes?.includes(purpose) ?? true) && (narrowedTo ?? purpose) === purpose;

/** The purpose of an operation by this viewer on this kind. Throws `PurposeRefused`. */
export function purposeOf(viewer: Viewer, kind: Kind): DeclaredPurpose {
  const purpose = PURPOSES_BY_AUDIENCE[viewer.audience][kind];
  if (purpose === undefined || !actsFor(viewer, purpose)) throw new PurposeRefused(kind);
  return purpose;
}

/** The viewer narrowed to the purpose that a header names. Throws `PurposeNotAllowed`. */
export function narrow(viewer: Viewer, named: string): Viewer {
  const narrowedTo = purposesOfViewer(viewer).find((purpose) => purpose === named);
  if (narrowedTo === undefined) throw new PurposeNotAllowed();
  return { ...viewer, narrowedTo };
}
