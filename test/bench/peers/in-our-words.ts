// What PostGraphile answers, in the words of the limit: its names of lists and counts, numbers (a bigint is a text to it),
// and its two kinds of contact. Nothing is left out, and none of it is timed.
import type { WorkloadName } from "../side-by-side/workloads";

export type Feed = {
  allFeeds: { nodes: Change[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
};
type Change = {
  changeNumber: string;
  kind: string;
  id: string;
  prospect: object | null;
  subscriber: { name: string } | null;
};
type Customers = { allCustomers: { nodes: Customer[] } };
type Customer = Record<"id" | "name" | "country" | "state", string> & {
  counted: { totalCount: number };
  platformUsers: object;
  activities: object;
};

export const IN_OUR_WORDS: Record<WorkloadName, (data: unknown) => unknown> = {
  W1: (data) => ({ customers: { nodes: (data as Customers).allCustomers.nodes.map(customerOf) } }),
  W2: (data) => data,
  W3: (data) => {
    const { nodes, pageInfo } = (data as Feed).allFeeds;
    return { contactChanges: { nodes: nodes.map(changeOf), pageInfo } };
  },
};

const customerOf = ({ counted, platformUsers, activities, ...own }: Customer) => ({
  ...own,
  platformUserCount: counted.totalCount,
  ...{ platformUsers, activities },
});

function changeOf({ changeNumber, kind, id, prospect, subscriber }: Change) {
  const contact = prospect ?? (subscriber && subscriberOf(subscriber));
  return { changeNumber: Number(changeNumber), kind, id, contact };
}

const subscriberOf = ({ name, ...rest }: { name: string }) => ({
  name,
  companyName: null,
  ...rest,
});
