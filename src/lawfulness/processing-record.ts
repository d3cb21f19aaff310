// The record of processing activities (GDPR Art. 30), printed from the register: what we do as controller
// (Art. 30(1)) and what we do for customers as their processor (Art. 30(2)).
import { type ProcessingActivity, PROCESSING_REGISTER } from "./register";

export function processingMarkdown(): string {
  const asController = PROCESSING_REGISTER.filter(({ ourRole }) => ourRole === "CONTROLLER");
  const asProcessor = PROCESSING_REGISTER.filter(({ ourRole }) => ourRole === "PROCESSOR");
  return [
    "# Record of processing activities",
    "",
    "Printed from the register that the program works by. Whoever runs it adds what no program knows: names and contact details of controller, representative and data protection officer.",
    "",
    "## As controller (GDPR Art. 30(1))",
    "",
    "| activity | personal data | purposes, and the bases of each | conditions |",
    "|---|---|---|---|",
    ...asController.map(
      ({ activity, data, bases, conditions }) =>
        `| ${activity} | ${data} | ${basesInWords(bases, "<br>")} | ${conditions} |`,
    ),
    "",
    "## As processor for our customers (GDPR Art. 30(2))",
    "",
    "| activity | personal data | on whose behalf | conditions |",
    "|---|---|---|---|",
    ...asProcessor.map(
      ({ activity, data, conditions }) =>
        `| ${activity} | ${data} | each customer, as its controller | ${conditions} |`,
    ),
    "",
  ].join("\n");
}

/** «MARKETING_AND_SALES by LEGITIMATE_INTERESTS or CONSENT; …» */
export const basesInWords = (bases: ProcessingActivity["bases"], separator = "; "): string =>
  Object.entries(bases)
    .map(([purpose, allowed]) => `${purpose} by ${allowed.join(" or ")}`)
    .join(separator);
