import { mySessions, whoAmI } from "./everyone";
import type { Example } from "./example";

export const examples: readonly Example[] = [
  {
    title: { EN: "Our own people and their roles", DE: "Unsere eigenen Leute und ihre Rollen" },
    query: /* GraphQL */ `
      query Staff($first: Int!) {
        staff(first: $first) {
          nodes {
            name
            emailAddress
            state
            roles(first: 3) {
              nodes {
                audience
                isInForce
                confirmedAt
              }
            }
          }
          totalCount
        }
      }
    `,
    variables: { first: 10 },
  },
  {
    title: {
      EN: "The tools that may ask, and their secrets' days",
      DE: "Die Werkzeuge und ab wann ihre Geheimnisse gelten",
    },
    query: /* GraphQL */ `
      query ApiClients($first: Int!) {
        apiClients(first: $first) {
          nodes {
            name
            audience
            expiresAt
            revokedAt
            secrets(first: 2) {
              nodes {
                createdAt
                endedAt
              }
            }
          }
          totalCount
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: {
      EN: "Customers by the beginning of their name",
      DE: "Kunden nach dem Anfang ihres Namens",
    },
    query: /* GraphQL */ `
      query Customers($start: String!, $first: Int!) {
        customers(first: $first, filter: { nameStartsWith: $start }) {
          nodes {
            id
            name
            country
            state
            permittedPurposes
          }
          totalCount
        }
      }
    `,
    variables: { start: "Castle", first: 5 },
  },
  {
    title: {
      EN: "What the worker does, or could not do",
      DE: "Was der Hintergrunddienst tut oder nicht konnte",
    },
    query: /* GraphQL */ `
      query Jobs {
        jobs {
          task
          state
          attempts
        }
      }
    `,
  },
  {
    title: { EN: "Invitations to our own people", DE: "Einladungen an unsere eigenen Leute" },
    query: /* GraphQL */ `
      query StaffInvitations($first: Int!) {
        staffInvitations(first: $first) {
          nodes {
            name
            state
            invitedAt
            expiresAt
          }
          totalCount
        }
      }
    `,
    variables: { first: 5 },
  },
  whoAmI,
  mySessions,
];
