// Imports over GraphQL.
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../graphql/context";
import { ContactsImportInput, ContactsImportPayload } from "./batch";
import { contactsImport } from "./contacts-import";

@Resolver()
export class ImportResolver {
  @Mutation(() => ContactsImportPayload, {
    description: "Bring a batch of people in. The same batch again changes nothing.",
  })
  contactsImport(
    @Arg("input", () => ContactsImportInput, { description: "Whom, and from where." })
    input: ContactsImportInput,
    @Ctx() { viewer }: Context,
  ) {
    return contactsImport(viewer, input);
  }
}

export const importResolvers = [ImportResolver];
