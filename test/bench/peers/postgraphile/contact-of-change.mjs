// The contact behind a change, while it may be shown for the tool's purpose: the conditions of the limit's own joins. A
// relation alone would show contacts that are out of reach.
import { extendSchema, gql } from "postgraphile/utils";

const MARKETING_AND_SALES = 8;
const NEWSLETTER = 16;

export const contactOfChange = extendSchema(({ pgResources, sql }) => {
  const within = (contacts, kind, purpose) => ($change) => {
    const $contacts = contacts.find({ id: $change.get("subject_id") });
    const { alias } = $contacts;
    const ofChange = $contacts.placeholder($change.get("subject_kind"));
    $contacts.where(sql`${ofChange} = ${sql.literal(kind)}`);
    $contacts.where(sql`(${alias}.purposes & ${sql.literal(purpose)}) <> 0`);
    $contacts.where(sql`${alias}.purposes_valid_until > statement_timestamp()`);
    return $contacts.single();
  };
  return {
    typeDefs: gql`
      extend type Feed {
        prospect: Prospect
        subscriber: Subscriber
      }
    `,
    objects: {
      Feed: {
        plans: {
          prospect: within(pgResources.prospects, "PROSPECT", MARKETING_AND_SALES),
          subscriber: within(pgResources.subscribers, "SUBSCRIBER", NEWSLETTER),
        },
      },
    },
  };
}, "ContactOfChange");
