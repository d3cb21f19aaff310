import { mySessions, whoAmI } from "./everyone";
import type { Example } from "./example";

export const examples: readonly Example[] = [
  {
    title: {
      EN: "Customers, their administrators and what happened lately",
      DE: "Kunden, ihre Kontoverwaltung und was zuletzt geschah",
    },
    query: /* GraphQL */ `
      query Customers($first: Int!) {
        customers(first: $first, filter: { state: ACTIVE }) {
          nodes {
            name
            country
            platformUserCount
            platformUsers(first: 2, filter: { role: ACCOUNT_ADMINISTRATOR }) {
              nodes {
                name
                emailAddressMasked
              }
            }
            activities(first: 3) {
              nodes {
                kind
                occurredAt
              }
            }
          }
        }
      }
    `,
    variables: { first: 3 },
  },
  {
    title: {
      EN: "A user by a whole address, which is not shown",
      DE: "Ein Nutzer zu einer ganzen Adresse, die nicht gezeigt wird",
    },
    query: /* GraphQL */ `
      query UserByAddress($address: String!) {
        platformUsers(filter: { emailAddress: $address }) {
          nodes {
            id
            name
            emailAddressMasked
            permittedPurposes
            customer {
              name
            }
          }
        }
      }
    `,
    variables: { address: "user0@harbour-finch-logistics.example.com" },
  },
  {
    title: {
      EN: "Users by the beginning of their name",
      DE: "Nutzer nach dem Anfang ihres Namens",
    },
    query: /* GraphQL */ `
      query UsersByName($start: String!, $first: Int!, $after: String) {
        platformUsers(
          first: $first
          after: $after
          filter: { nameStartsWith: $start }
          orderBy: NAME
        ) {
          nodes {
            name
            jobTitle
            role
            state
            customer {
              name
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    `,
    variables: { start: "Ma", first: 5, after: null },
  },
  {
    title: {
      EN: "A customer's contacts, and what we may use them for",
      DE: "Ansprechpersonen eines Kunden und wozu wir sie haben",
    },
    query: /* GraphQL */ `
      query Contacts($start: String!) {
        customers(first: 1, filter: { nameStartsWith: $start }) {
          nodes {
            name
            contacts(first: 3) {
              nodes {
                name
                role
                emailAddressMasked
                permittedPurposes
              }
            }
          }
        }
      }
    `,
    variables: { start: "Harbour" },
  },
  {
    title: {
      EN: "Reveal one address: the audit has it",
      DE: "Eine Adresse aufdecken: es steht im Protokoll",
    },
    query: /* GraphQL */ `
      mutation RevealAddress($id: ID!) {
        revealEmailAddress(input: { kind: PLATFORM_USER, id: $id }) {
          emailAddress
          userErrors {
            code
            message
          }
        }
      }
    `,
    variables: { id: "01990000-0000-7000-8000-05e200000002" },
  },
  whoAmI,
  mySessions,
];
