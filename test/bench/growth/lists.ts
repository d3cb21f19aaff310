// The lists that grow with a company and that marketing, support and its tools page through, in each of their orders.
import type { Order } from "../../../src/graphql/page";
import type { Kind } from "../../../src/viewer/purpose";
import type { Role } from "./worlds";

export type List = {
  name: string;
  role: Role;
  field: string;
  /** Arguments beside `first` and `after`. */
  args?: string;
  nodes: string;
  /** Where its rows are, and what a cursor of it is bound to. */
  table: string;
  kind: Kind;
  order: Order;
  cursorList: string;
  pageSize: number;
  /** Whose list it is: the field that finds the record, and the column that names it in the list's rows. */
  of?: { field: string; column: string };
};

const PAGE = 25;
const ascending = (property: string): Order => ({ property, isDescending: false });
const BY_ID = ascending("id");
const BY_NAME = ascending("name");
const LATEST_FIRST: Order = { property: "occurredAt", isDescending: true };

type Told = Omit<List, "name" | "args" | "order" | "cursorList" | "pageSize"> & { type: string };

/** By name and by creation. */
const inBothOrders = ({ type, ...told }: Told): List[] =>
  (
    [
      ["Name", "NAME", BY_NAME],
      ["CreatedAt", "CREATED_AT", BY_ID],
    ] as const
  ).map(([suffix, word, order]) => ({
    ...told,
    ...{ name: `${told.field}By${suffix}`, args: `orderBy: ${word}`, order, pageSize: PAGE },
    cursorList: told.field + type,
  }));

type ToldBelow = Told & { name: string; order: Order; of: { field: string; column: string } };

const below = ({ type, ...told }: ToldBelow, parent: string): List => ({
  ...told,
  ...{ cursorList: `${parent}.${told.field}${type}`, pageSize: PAGE },
});

const PROSPECTS = { field: "prospects", type: "Prospect", table: "prospects" };
const USERS = { field: "platformUsers", type: "PlatformUser", table: "platform_users" };
const ACTIVITIES = { field: "activities", type: "Activity", table: "activities" };
const OF_CUSTOMER = { field: "customer", column: "customer_id" };

export const LISTS: readonly List[] = [
  ...inBothOrders({
    ...{ role: "marketing", kind: "SUBSCRIBER", nodes: "id name emailAddress mayEmail createdAt" },
    ...{ field: "subscribers", type: "Subscriber", table: "subscribers" },
  }),
  ...inBothOrders({
    ...{ role: "marketing", kind: "PROSPECT", nodes: "id name companyName emailAddress" },
    ...PROSPECTS,
  }),
  below(
    {
      ...{ role: "marketing", kind: "INTERACTION", nodes: "id kind occurredAt" },
      ...{ field: "interactions", type: "Interaction", table: "interactions" },
      ...{ name: "prospectInteractions", order: LATEST_FIRST },
      of: { field: "prospect", column: "prospect_id" },
    },
    "Prospect",
  ),
  ...inBothOrders({
    ...{ role: "support", kind: "CUSTOMER", nodes: "id name country state" },
    ...{ field: "customers", type: "Customer", table: "customers" },
  }),
  ...inBothOrders({
    ...{ role: "support", kind: "PLATFORM_USER", nodes: "id name role state emailAddressMasked" },
    ...USERS,
  }),
  below(
    {
      ...{ role: "support", kind: "PLATFORM_USER", nodes: "id name role state" },
      ...{ ...USERS, name: "customerUsers", order: BY_NAME, of: OF_CUSTOMER },
    },
    "Customer",
  ),
  below(
    {
      ...{ role: "support", kind: "CUSTOMER_CONTACT", nodes: "id name role" },
      ...{ field: "contacts", type: "CustomerContact", table: "customer_contacts" },
      ...{ name: "customerContacts", order: BY_NAME, of: OF_CUSTOMER },
    },
    "Customer",
  ),
  below(
    {
      ...{ role: "support", kind: "ACTIVITY", nodes: "id kind occurredAt" },
      ...{ ...ACTIVITIES, name: "customerActivities", order: LATEST_FIRST, of: OF_CUSTOMER },
    },
    "Customer",
  ),
  below(
    {
      ...{ role: "support", kind: "ACTIVITY", nodes: "id kind occurredAt" },
      ...{ ...ACTIVITIES, name: "userActivities", order: LATEST_FIRST },
      of: { field: "platformUser", column: "platform_user_id" },
    },
    "PlatformUser",
  ),
  {
    ...{ name: "contactChanges", role: "sync", kind: "PROSPECT", field: "contactChanges" },
    nodes: "changeNumber kind id contact { name companyName emailAddress mayEmail }",
    ...{ table: "feed", order: ascending("changeNumber"), pageSize: 100 },
    cursorList: "contactChanges PROSPECT SUBSCRIBER",
  },
];
