// The doors to imports: marketing's, and the privacy officer looks on.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const marketing = only("MARKETING");
const seesImports = only("MARKETING", "PRIVACY_OFFICER");

export const importAccess = fragment({
  Query: { ...fields("imports import", seesImports), importPreview: marketing },
  Mutation: fields(
    "contactsImport importPrepare importMappingSet importRowMend importRowUnmend importStart importCancel importUndo",
    marketing,
  ),
  ContactsImportPayload: fields("added changed unchanged refused userErrors", marketing),
  ImportRefusal: fields("row column code message", marketing),
  Import: {
    ...fields(
      "id fileName byteCount kind tool encoding delimiter columns fields source wording confirmedAt state percent " +
        "rowsRead added changed unchanged stopped refused mended leftOut restored kept failure createdAt startedAt endedAt",
      seesImports,
    ),
    ...fields("refusals errorsUrl", marketing),
  },
  ImportFieldColumn: fields("field column name", seesImports),
  ImportPreview: fields("columns rows rowsLookedAt isWholeFile counts", marketing),
  ImportColumn: fields("name sample", marketing),
  ImportCell: fields("field text", marketing),
  ImportPreviewRow: fields("row cells isMended prediction code message", marketing),
  ImportPredictionCount: fields("prediction count", marketing),
  ...payloadFields("ImportPayload", "import", marketing),
  ...payloadFields("ImportRowPayload", "row", marketing),
  ...connectionFields("Import", seesImports),
});
