// The columns whose values are sealed. They are all declared in this file: a column that `npm run keys` doesn't know
// would be lost with an old version of the master key, so `seal` refuses any other.

export type SealedColumn = { table: string; column: string; idColumn: string };

/** Where a sealed value stands, with the row's id as PostgreSQL prints it. It opens nowhere else. */
export type Place = { table: string; column: string; id: string };

const declared = new Map<string, SealedColumn>();

/** Declares a column, and answers the places in it: `seal(secretOf(id), secret)`. */
export function sealedColumn(
  table: string,
  column: string,
  idColumn = "id",
): (id: string) => Place {
  declared.set(`${table}.${column}`, { table, column, idColumn });
  return (id) => ({ table, column, id });
}

export const sealedColumns = (): SealedColumn[] => [...declared.values()];

export const nameOf = ({ table, column }: { table: string; column: string }) =>
  `${table}.${column}`;

export const isSealed = (place: Place) => declared.has(nameOf(place));

/**
 * A column whose values are sealed under the key of a person. `unsealedColumn`: where values from before there were keys wait
 * as JSON until they are sealed, of the person whom `subject_kind` and `subject_id` of the same row name.
 */
export type PersonColumn = SealedColumn & { unsealedColumn: string | null };
export type WaitingColumn = PersonColumn & { unsealedColumn: string };

const declaredOfPeople = new Map<string, PersonColumn>();

/** Declares such a column, and answers the places in it: `sealFor(key, evidenceOf(id), evidence)`. */
export function personColumn(
  table: string,
  column: string,
  { idColumn, unsealedColumn }: { idColumn: string; unsealedColumn: string | null },
): (id: string) => Place {
  declaredOfPeople.set(`${table}.${column}`, { table, column, idColumn, unsealedColumn });
  return (id) => ({ table, column, id });
}

export const personColumns = (): PersonColumn[] => [...declaredOfPeople.values()];

/** Those that were there before there were keys. */
export const waitingColumns = (): WaitingColumn[] =>
  personColumns().filter((column): column is WaitingColumn => column.unsealedColumn !== null);

export const isSealedForPeople = (place: Place) => declaredOfPeople.has(nameOf(place));

export const totpSecretOf = sealedColumn("credentials", "totp_secret");
export const newTotpSecretOf = sealedColumn("sign_in_challenges", "new_secret");
export const fileKeyOf = sealedColumn("files", "data_key");
export const personKeyOf = sealedColumn("keys.person_keys", "wrapped", "subject_id");

export const evidenceOf = personColumn("basis_evidence", "sealed", {
  idColumn: "lawful_basis_id",
  unsealedColumn: "unsealed",
});
export const changesOf = personColumn("audit_entries", "sealed_values", {
  idColumn: "id",
  unsealedColumn: null,
});
