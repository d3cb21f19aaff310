// What is asked of every contender.

export const DASHBOARD = `query Dashboard {
  customers(first: 50, filter: { state: ACTIVE }) {
    nodes {
      id name country state platformUserCount
      platformUsers(first: 2, filter: { role: ACCOUNT_ADMINISTRATOR }) { nodes { id name emailAddressMasked } }
      activities(first: 5) { nodes { id kind occurredAt } }
    }
  }
}`;

export const USER_WITH_CUSTOMER = `query UserWithCustomer($id: ID!) {
  platformUser(id: $id) { id name role state emailAddressMasked createdAt customer { id name country state } }
}`;

export const CHANGES = `query Changes($after: String) {
  contactChanges(first: 1000, after: $after) {
    nodes { changeNumber kind id contact { name companyName emailAddress mayEmail } }
    pageInfo { hasNextPage }
  }
}`;

export const WORKLOADS = {
  W1: "50 customers, each with 2 administrators, its user count and its 5 latest activities",
  W2: "one user by id, with the customer",
  W3: "1,000 contacts that changed since a cursor",
} as const;
export type WorkloadName = keyof typeof WORKLOADS;
