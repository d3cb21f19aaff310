// What mail is sent for: the newsletter to its readers, marketing to prospects and contacts of customers.
import { registerEnumType } from "type-graphql";

export enum MailingPurpose {
  NEWSLETTER = "NEWSLETTER",
  MARKETING_AND_SALES = "MARKETING_AND_SALES",
}
registerEnumType(MailingPurpose, {
  name: "MailingPurpose",
  description: "What mail is sent for.",
  valuesConfig: {
    NEWSLETTER: { description: "The newsletter, to its readers." },
    MARKETING_AND_SALES: { description: "Marketing, to prospects and contacts of customers." },
  },
});
