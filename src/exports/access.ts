// The doors to exports: whoever sees records may take them out. Who oversees exports is told whose they are.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const marketing = only("MARKETING");
const officer = only("PRIVACY_OFFICER");
const exporters = only("MARKETING", "ACCOUNT_ADMINISTRATOR", "PRIVACY_OFFICER");
const overseers = only("ACCOUNT_ADMINISTRATOR", "PRIVACY_OFFICER");
const toProviders = only("MARKETING", "PRIVACY_OFFICER");

export const exportAccess = fragment(
  {
    Query: fields("exports export", exporters),
    Mutation: fields("exportStart exportCancel", exporters),
    Export: {
      ...fields(
        "id kind format isCompressed reason columns fileName state percent rowCount bytes sha256 failure createdAt " +
          "startedAt endedAt expiresAt downloadUrl onlyMailable isOutdated",
        exporters,
      ),
      recipient: toProviders,
      createdBy: overseers,
    },
    ...payloadFields("ExportPayload", "export", exporters),
    ...connectionFields("Export", exporters),
  },
  {
    "ExportKind.PROSPECTS": toProviders,
    "ExportKind.SUBSCRIBERS": toProviders,
    "ExportKind.PLATFORM_USERS": overseers,
    "ExportKind.AUDIT_ENTRIES": officer,
    "ExportKind.DISCLOSURES": officer,
    "ExportStartInput.serviceProviderId": marketing,
    "ExportStartInput.onlyMailable": marketing,
  },
);
