// The doors to bulk actions: marketing's, and the privacy officer looks on, at counts and never at people.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const marketing = only("MARKETING");
const seesBulkActions = only("MARKETING", "PRIVACY_OFFICER");

export const bulkActionAccess = fragment({
  Query: fields("bulkActions bulkAction", seesBulkActions),
  Mutation: fields("bulkActionPrepare bulkActionStart bulkActionCancel bulkActionUndo", marketing),
  BulkAction: fields(
    "id kind informedOn prospectKind state matched wouldChange wouldStay wouldBeRefused changed unchanged refused refusals " +
      "restored kept percent canBeUndone failure createdAt startedAt endedAt",
    seesBulkActions,
  ),
  BulkActionRefusal: fields("code count message", seesBulkActions),
  BulkActionDryRun: fields(
    "matched wouldChange wouldStay wouldBeRefused refusals sample",
    marketing,
  ),
  BulkActionSample: fields("prospectId name before after", marketing),
  BulkActionValues: fields("kind informedOn", marketing),
  ...payloadFields("BulkActionPreparePayload", "bulkAction dryRun", marketing),
  ...payloadFields("BulkActionPayload", "bulkAction", marketing),
  ...connectionFields("BulkAction", seesBulkActions),
});
