// The doors to customers: whole for their administrators and support, the bare record for operators.
import { and, or } from "graphql-shield";
import {
  connectionFields,
  dynamicRule,
  fields,
  fragment,
  only,
  payloadFields,
} from "../access/fragment";
import type { Customer } from "./customer";

const seesCustomers = only("ACCOUNT_ADMINISTRATOR", "SUPPORT", "OPERATOR");
const seesPeople = only("ACCOUNT_ADMINISTRATOR", "SUPPORT");
const administrator = only("ACCOUNT_ADMINISTRATOR");
const operator = only("OPERATOR");
const marketing = only("MARKETING");
/** Marketing sees those whom it may turn to, and nothing of their company. */
const seesContacts = only("ACCOUNT_ADMINISTRATOR", "SUPPORT", "MARKETING");
const endsContracts = only("OPERATOR", "ACCOUNT_ADMINISTRATOR");

/** An administrator runs the account of this customer, and of no other. */
const administersThisCustomer = dynamicRule(
  "administersThisCustomer",
  async (customer, _args, { viewer }) => (customer as Customer).id === viewer.customerId,
);
const seesPeopleOfThisCustomer = or(only("SUPPORT"), and(administrator, administersThisCustomer));

export const customerAccess = fragment({
  Query: {
    ...fields("customers customer", seesCustomers),
    ...fields("customerContacts customerContact", marketing),
  },
  Mutation: {
    ...fields("customerCreate customerClose customerReopen", operator),
    customerEndContract: endsContracts,
  },
  Customer: {
    ...fields("id name country state createdAt permittedPurposes", seesCustomers),
    ...fields("contacts platformUsers activities restrictedRecords", seesPeopleOfThisCustomer),
    platformUserCount: seesPeople,
  },
  RestrictedRecord: fields("kind id since", seesPeople),
  CustomerContact: {
    ...fields("id name createdAt permittedPurposes", seesContacts),
    ...fields("role phone customer", seesPeople),
    emailAddress: only("ACCOUNT_ADMINISTRATOR", "MARKETING"),
    ...fields("mayEmail channels", marketing),
    emailAddressMasked: only("SUPPORT"),
  },
  CustomerCreatePayload: fields("customer userErrors", operator),
  ...payloadFields("CustomerPayload", "customer", operator),
  ...connectionFields("Customer", seesCustomers),
  ...payloadFields("CustomerEndContractPayload", "closedRecords", endsContracts),
  ...connectionFields("CustomerContact", seesContacts),
});
