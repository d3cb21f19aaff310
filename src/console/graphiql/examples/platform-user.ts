import { mySessions, whoAmI } from "./everyone";
import type { Example } from "./example";

export const examples: readonly Example[] = [
  {
    title: { EN: "What is held of me, and what for", DE: "Was über mich da ist, und wofür" },
    query: /* GraphQL */ `
      query Me {
        me {
          name
          emailAddress
          role
          permittedPurposes
        }
      }
    `,
  },
  {
    title: { EN: "What I did", DE: "Was ich tat" },
    query: /* GraphQL */ `
      query WhatIDid($first: Int!, $after: String) {
        me {
          activities(first: $first, after: $after) {
            nodes {
              kind
              occurredAt
              source
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    `,
    variables: { first: 5, after: null },
  },
  {
    title: {
      EN: "Who looked at my data, and by which rule",
      DE: "Wer meine Daten ansah, und nach welcher Regel",
    },
    query: /* GraphQL */ `
      query WhoLookedAtMe($first: Int!) {
        accessFeed(first: $first) {
          nodes {
            recordedAt
            audience
            purpose
            operation
            fields
            rule
          }
          totalCount
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: { EN: "Whom I can ask", DE: "Wen ich fragen kann" },
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
