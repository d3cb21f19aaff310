import { mySessions, whoAmI } from "./everyone";
import type { Example } from "./example";

export const examples: readonly Example[] = [
  {
    title: {
      EN: "All that is held of an address, on which bases",
      DE: "Alles zu einer Adresse, und auf welchen Grundlagen",
    },
    query: /* GraphQL */ `
      query PersonSearch($address: String!) {
        personSearch(emailAddress: $address) {
          kind
          id
          name
          permittedPurposes
          lawfulBases {
            purpose
            lawfulBasis
            transition
            effectiveAt
            validUntil
          }
        }
      }
    `,
    variables: { address: "freelance@agency.example.org" },
  },
  {
    title: {
      EN: "Why a user's data may be processed for a purpose",
      DE: "Warum Daten eines Nutzers verarbeitet werden dürfen",
    },
    query: /* GraphQL */ `
      query Why($id: ID!) {
        why(kind: PLATFORM_USER, id: $id, purpose: CUSTOMER_SUPPORT) {
          isPermitted
          because
          until
          basis {
            transition
            lawfulBasis
            ground
            effectiveAt
          }
        }
      }
    `,
    variables: { id: "01990000-0000-7000-8000-05e200000002" },
  },
  {
    title: { EN: "Who looked at a person, and what for", DE: "Wer eine Person ansah, und wofür" },
    query: /* GraphQL */ `
      query EntriesAboutPerson($subject: ID!, $first: Int!) {
        auditEntries(first: $first, filter: { subjectId: $subject }) {
          nodes {
            action
            audience
            purpose
            operation
            fields
            recordedAt
          }
          totalCount
        }
      }
    `,
    variables: { subject: "01990000-0000-7000-8000-05e200000202", first: 5 },
  },
  {
    title: {
      EN: "Whose record will be erased, and what stays",
      DE: "Was gelöscht wird, und was bleibt",
    },
    query: /* GraphQL */ `
      query Erasures($first: Int!) {
        erasures(first: $first) {
          nodes {
            subjectKind
            dueAt
            willGo
            stays
          }
        }
      }
    `,
    variables: { first: 5 },
  },
  {
    title: {
      EN: "Who processes on our behalf, and what left to them",
      DE: "Wer in unserem Auftrag verarbeitet, und was dorthin ging",
    },
    query: /* GraphQL */ `
      query ServiceProviders($first: Int!) {
        serviceProviders(first: $first) {
          nodes {
            name
            service
            agreements(first: 2) {
              nodes {
                kinds
                purposes
                inForceFrom
                endedAt
              }
            }
            disclosures(first: 3) {
              nodes {
                fields
                contactCount
                outcome
                disclosedAt
              }
              totalCount
            }
          }
        }
      }
    `,
    variables: { first: 3 },
  },
  {
    title: { EN: "The register of processing", DE: "Das Verzeichnis der Verarbeitungen" },
    query: /* GraphQL */ `
      query ProcessingRegister {
        processingRegister {
          activity
          kind
          ourRole
          data
          conditions
        }
      }
    `,
  },
  whoAmI,
  mySessions,
];
