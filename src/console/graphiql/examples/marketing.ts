import { mySessions, whoAmI } from "./everyone";
import type { Example } from "./example";

export const examples: readonly Example[] = [
  {
    title: {
      EN: "Partners by name, and how they met us",
      DE: "Partner nach Namen und wie sie uns kennen lernten",
    },
    query: /* GraphQL */ `
      query Partners($first: Int!, $after: String) {
        prospects(first: $first, after: $after, filter: { kind: PARTNER }, orderBy: NAME) {
          nodes {
            name
            companyName
            emailAddress
            mayEmail
            interactions(first: 2) {
              nodes {
                kind
                subject
                occurredAt
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `,
    variables: { first: 3, after: null },
  },
  {
    title: {
      EN: "By which channel somebody may be turned to, and why",
      DE: "Auf welchem Weg jemand angesprochen werden darf, und warum",
    },
    query: /* GraphQL */ `
      query Channels($first: Int!) {
        prospects(first: $first) {
          nodes {
            name
            channels {
              channel
              isAllowed
              because
            }
          }
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: {
      EN: "Whoever's name begins like this",
      DE: "Alle, deren Name so beginnt",
    },
    query: /* GraphQL */ `
      query ProspectsByName($start: String!, $first: Int!) {
        prospects(first: $first, filter: { nameStartsWith: $start }, orderBy: NAME) {
          nodes {
            id
            name
            kind
            source
            informedOn
            toBeInformedBy
          }
          totalCount
        }
      }
    `,
    variables: { start: "Ama", first: 5 },
  },
  {
    title: { EN: "Readers of the newsletter", DE: "Leserinnen und Leser des Newsletters" },
    query: /* GraphQL */ `
      query Subscribers($first: Int!) {
        subscribers(first: $first) {
          nodes {
            name
            emailAddress
            mayEmail
            createdAt
          }
          totalCount
        }
      }
    `,
    variables: { first: 3 },
  },
  {
    title: {
      EN: "Customers' contacts that may be marketed to",
      DE: "Ansprechpersonen von Kunden, bei denen geworben werden darf",
    },
    query: /* GraphQL */ `
      query CustomerContacts($first: Int!) {
        customerContacts(first: $first) {
          nodes {
            name
            emailAddress
            mayEmail
            permittedPurposes
          }
        }
      }
    `,
    variables: { first: 3 },
  },
  whoAmI,
  mySessions,
];
