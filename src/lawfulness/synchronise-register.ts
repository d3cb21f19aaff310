// Writes the register's rows into the database, where the ledger's trigger asks them. Run by the migrating process.
import type { Client } from "pg";
import { allowedBases } from "./register";

export async function synchroniseRegister(client: Client): Promise<void> {
  const rows = allowedBases();
  await client.query(
    `with wanted as (
       select * from unnest($1::subject_kind[], $2::purpose[], $3::lawful_basis[]) as w (subject_kind, purpose, lawful_basis)
     ), gone as (
       delete from register_bases r where not exists (select from wanted w
         where (w.subject_kind, w.purpose, w.lawful_basis) = (r.subject_kind, r.purpose, r.lawful_basis))
     )
     insert into register_bases select * from wanted on conflict do nothing`,
    [rows.map((r) => r.kind), rows.map((r) => r.purpose), rows.map((r) => r.basis)],
  );
}
