// What is asked of PostGraphile: the same, in the words of the schema that it makes of the tables.

export const DASHBOARD = `query Dashboard {
  allCustomers(first: 50, condition: { state: ACTIVE }, orderBy: [NAME_ASC, ROW_ID_ASC]) {
    nodes {
      id: rowId name country state
      counted: platformUsersByCustomerId { totalCount }
      platformUsers: platformUsersByCustomerId(
        first: 2, condition: { role: ACCOUNT_ADMINISTRATOR }, orderBy: [NAME_ASC, ROW_ID_ASC]
      ) { nodes { id: rowId name emailAddressMasked: emailMasked } }
      activities: activitiesByCustomerId(first: 5, orderBy: [OCCURRED_AT_DESC, ROW_ID_DESC]) {
        nodes { id: rowId kind occurredAt }
      }
    }
  }
}`;

export const USER_WITH_CUSTOMER = `query UserWithCustomer($id: UUID!) {
  platformUser: platformUserByRowId(rowId: $id) {
    id: rowId name role state emailAddressMasked: emailMasked createdAt
    customer: customerByCustomerId { id: rowId name country state }
  }
}`;

export const CHANGES = `query Changes($after: Cursor) {
  allFeeds(first: 1000, after: $after, orderBy: [CHANGE_NUMBER_ASC]) {
    nodes {
      changeNumber kind: subjectKind id: subjectId
      prospect { name companyName emailAddress mayEmail }
      subscriber { name emailAddress mayEmail }
    }
    pageInfo { hasNextPage }
  }
}`;

/** Where a page ends: what a cursor looks like is learnt from it. */
export const FIRST_CURSOR = `{
  allFeeds(first: 1, orderBy: [CHANGE_NUMBER_ASC]) { pageInfo { endCursor } }
}`;
