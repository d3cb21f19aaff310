// What of a file is read: the fields, and in which column each stands. All else stays in the file.
import { registerEnumType } from "type-graphql";

export enum ImportField {
  EMAIL_ADDRESS = "EMAIL_ADDRESS",
  NAME = "NAME",
  FIRST_NAME = "FIRST_NAME",
  LAST_NAME = "LAST_NAME",
  COMPANY_NAME = "COMPANY_NAME",
  OPT_IN_AT = "OPT_IN_AT",
  CONFIRMED_AT = "CONFIRMED_AT",
  STATUS = "STATUS",
  OPTED_OUT = "OPTED_OUT",
  UNSUBSCRIBED_AT = "UNSUBSCRIBED_AT",
  CLEANED_AT = "CLEANED_AT",
  LEGAL_BASIS = "LEGAL_BASIS",
}
registerEnumType(ImportField, {
  name: "ImportField",
  description: "What a column of a file says.",
  valuesConfig: {
    EMAIL_ADDRESS: { description: "The e-mail address." },
    NAME: { description: "The whole name." },
    FIRST_NAME: { description: "The first name." },
    LAST_NAME: { description: "The last name." },
    COMPANY_NAME: { description: "Where the person works; of prospects only." },
    OPT_IN_AT: { description: "When the person asked to be subscribed." },
    CONFIRMED_AT: { description: "When the person confirmed it." },
    STATUS: {
      description: "The tool's word: subscribed, unsubscribed, cleaned, pending, archived.",
    },
    OPTED_OUT: { description: "Yes or no: whether the person is not to be mailed." },
    UNSUBSCRIBED_AT: { description: "When the person left; empty where they did not." },
    CLEANED_AT: { description: "When mail came back for good; empty where it did not." },
    LEGAL_BASIS: { description: "The tool's words for why the contact is held." },
  },
});

/** The column, counted from 0, of each field that is read. */
export type Mapping = Partial<Record<ImportField, number>>;
