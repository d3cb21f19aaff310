// The doors of our own tools.
import { fields, fragment, only } from "../access/fragment";

const intake = only("INTAKE");

export const intakeAccess = fragment({
  Mutation: fields("activityRecord interactionRecord", intake),
  RecordPayload: fields("recorded refused userErrors", intake),
  RefusedRecord: fields("index code message", intake),
});
