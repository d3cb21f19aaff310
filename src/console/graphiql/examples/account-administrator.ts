import { mySessions, whoAmI } from "./everyone";
import type { Example } from "./example";

export const examples: readonly Example[] = [
  {
    title: {
      EN: "Our company, its contacts and what happened lately",
      DE: "Unsere Firma, ihre Ansprechpersonen und was zuletzt geschah",
    },
    query: /* GraphQL */ `
      query OurCompany($first: Int!) {
        customer {
          name
          platformUserCount
          contacts(first: 3) {
            nodes {
              name
              role
              emailAddress
            }
          }
          activities(first: $first) {
            nodes {
              kind
              occurredAt
              platformUser {
                name
              }
            }
          }
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: {
      EN: "Our users, and what each did lately",
      DE: "Unsere Nutzer und was sie zuletzt taten",
    },
    query: /* GraphQL */ `
      query OurUsers($first: Int!, $after: String) {
        platformUsers(first: $first, after: $after) {
          nodes {
            id
            name
            role
            state
            emailAddress
            activities(first: 2) {
              nodes {
                kind
                occurredAt
              }
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
    variables: { first: 5, after: null },
  },
  {
    title: {
      EN: "Who looked at our people's data, and what for",
      DE: "Wer Daten unserer Leute ansah, und wofür",
    },
    query: /* GraphQL */ `
      query WhoLooked($first: Int!) {
        accessFeed(first: $first) {
          nodes {
            recordedAt
            action
            audience
            purpose
            operation
            fields
          }
          totalCount
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: { EN: "Whom we invited", DE: "Wen wir einluden" },
    query: /* GraphQL */ `
      query OurInvitations($first: Int!) {
        userInvitations(first: $first) {
          nodes {
            name
            emailAddress
            role
            state
            invitedAt
          }
          totalCount
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: { EN: "Who else administers our account", DE: "Wer unser Konto sonst noch verwaltet" },
    query: /* GraphQL */ `
      query MyAccountAdministrators {
        myAccountAdministrators {
          name
          emailAddress
        }
      }
    `,
  },
  whoAmI,
  mySessions,
];
