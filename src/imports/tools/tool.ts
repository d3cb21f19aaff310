// Whose exports are known by their columns.
import { registerEnumType } from "type-graphql";

export enum ImportTool {
  MAILCHIMP = "MAILCHIMP",
  BREVO = "BREVO",
  HUBSPOT = "HUBSPOT",
  OTHER = "OTHER",
}
registerEnumType(ImportTool, {
  name: "ImportTool",
  description: "Whose export a file is, by its columns.",
  valuesConfig: {
    MAILCHIMP: { description: "Mailchimp's audience export: subscribed, unsubscribed or cleaned." },
    BREVO: { description: "Brevo's contacts." },
    HUBSPOT: { description: "HubSpot's contacts." },
    OTHER: { description: "Any other table." },
  },
});
