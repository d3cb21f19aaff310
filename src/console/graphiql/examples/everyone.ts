// What everybody who is signed in may ask.
import type { Example } from "./example";

export const whoAmI: Example = {
  title: { EN: "Who I am here, and what I read for", DE: "Wer ich hier bin und wofür ich lese" },
  query: /* GraphQL */ `
    query WhoAmI {
      viewer {
        name
        audience
        customerName
        purposes
      }
      rateLimit {
        cost
        remaining
        limit
      }
    }
  `,
};

export const mySessions: Example = {
  title: { EN: "Where I am signed in", DE: "Wo ich angemeldet bin" },
  query: /* GraphQL */ `
    query MySessions($first: Int!) {
      mySessions(first: $first) {
        nodes {
          device
          startedAt
          lastUsedAt
          endedAt
          isCurrent
        }
        totalCount
      }
    }
  `,
  variables: { first: 5 },
};
