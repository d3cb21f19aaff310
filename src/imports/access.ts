// The door to imports: marketing's alone.
import { fields, fragment, only } from "../access/fragment";

const marketing = only("MARKETING");

export const importAccess = fragment({
  Mutation: { contactsImport: marketing },
  ContactsImportPayload: fields("added changed unchanged refused userErrors", marketing),
  ImportRefusal: fields("row column code message", marketing),
});
