// The doors to saved views: for whoever works with lists.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const withLists = only(
  "ACCOUNT_ADMINISTRATOR",
  "SUPPORT",
  "MARKETING",
  "PRIVACY_OFFICER",
  "OPERATOR",
);

export const savedViewAccess = fragment({
  Query: { savedViews: withLists },
  Mutation: fields("savedViewSave savedViewRemove", withLists),
  SavedView: fields("id list name search isShared isMine viewerCanChange createdAt", withLists),
  ...payloadFields("SavedViewPayload", "savedView", withLists),
  ...connectionFields("SavedView", withLists),
});
