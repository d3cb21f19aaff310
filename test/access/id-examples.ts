// What an operation needs beside an id before it looks for the row, by the operation's name or the place's: fields of the input
// that holds the id, or arguments beside it. Where nothing is named, what the schema requires is enough.
import { STORY_CUSTOMERS } from "../../seeds/story-people";

export type Example = Record<string, unknown>;

const [HARBOUR] = STORY_CUSTOMERS;

const READER = { kind: "SUBSCRIBER", purpose: "NEWSLETTER" };

export const EXAMPLES: Record<string, Example[]> = {
  platformUserUpdate: [{ name: "Else" }, { role: "USER" }],
  prospectUpdate: [{ name: "Else" }, { emailAddress: "else@example.com" }],
  "apiClientCreate(input.serviceProviderId)": [{ audience: "CONTACT_SYNC" }],
  "apiClientCreate(input.customerId)": [{ audience: "CONNECTOR" }],
  firstAdministratorInvite: [{ name: "Else", emailAddress: "else@example.com" }],
  providerAgreementCreate: [{ kinds: ["PROSPECT"], purposes: ["MARKETING_AND_SALES"] }],
  bulkActionPrepare: [
    { kind: "SET_KIND", prospectKind: "PARTNER" },
    { kind: "INFORM", informedOn: "2026-01-01" },
  ],
  importMappingSet: [{ fields: [{ field: "EMAIL_ADDRESS", column: 0 }] }],
  importRowMend: [{ row: 2, cells: [{ field: "NAME", text: "Else" }] }],
  importRowUnmend: [{ row: 2 }],
  // the privacy officer's: of each kind of record, readers stand for all
  lawfulness: [{ kind: "SUBSCRIBER" }],
  why: [{ kind: "SUBSCRIBER", purpose: "NEWSLETTER" }],
  consentRecord: [{ ...READER, noticeVersion: "2021-01-11" }],
  consentWithdraw: [READER],
  objectionRecord: [READER],
  restrictionRecord: [{ kind: "SUBSCRIBER", ground: "NEEDED_FOR_CLAIMS" }],
  objectionDecide: [{ outcome: "UPHELD" }],
  existingCustomerRecord: [
    {
      ...{ wasObtainedWithSale: true, isForSimilarServices: true },
      ...{ couldObjectWhenCollected: true, canObjectInEachMail: true },
    },
  ],
  legalHoldPlace: [{ kind: "SUBSCRIBER", items: ["name"], endsOn: "2999-12-31" }],
  exportStart: [{ kind: "PROSPECTS" }],
  savedViewSave: [{ list: "prospects", name: "Else", search: "kind=PARTNER", isShared: true }],
  // a user and the customer to whom it belongs: with either id exchanged the two don't fit
  activityRecord: [{ customerId: HARBOUR.id, platformUserId: HARBOUR.user.id }],
};

/** Ids that a tool which reads nothing may name all the same, by operation and field: SQL that answers them. */
export const NAMED_BY_WRITERS: Record<string, string> = {
  "objectionDecide id": "select id from lawful_bases where transition = 'OBJECTED'",
  "restrictionLift id": "select id from lawful_bases where transition = 'RESTRICTED'",
  "activityRecord platformUserId": `select id from platform_users where customer_id = '${HARBOUR.id}'`,
};
