// A file that was sent becomes an import: whose export it is, how it is written and which column says what is found
// out, and can be changed before anything is brought in.
import { createHash } from "node:crypto";
import { Field, ID, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { readFile } from "../files/files";
import { ownFiles } from "../files/own-files";
import { checkId, notFound } from "../graphql/input";
import { userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { ImportKind } from "./batch";
import { tableIn, UnfitFile } from "./file/header";
import { importNow, type ImportPayload, refused } from "./payload";
import type { Mapping } from "./tools/fields";
import { recognise } from "./tools/recognise";

@InputType({ description: "Which file, and what its rows become." })
export class ImportPrepareInput {
  @Field(() => ID, { description: "The identifier that sending the file to /uploads answered." })
  fileId!: string;

  @Field(() => ImportKind, { description: "What the rows become." })
  kind!: ImportKind;
}

export async function importPrepare(
  viewer: Viewer,
  { fileId, kind }: ImportPrepareInput,
): Promise<ImportPayload> {
  const wrong = checkId(fileId, "fileId");
  if (wrong) return refused(wrong);
  const id = newId();
  try {
    const isThere = await unitOfWork(actorOf(viewer, "IMPORT"), async (unit) => {
      const [found] = await unit.run(
        sql`select id, name, byte_count::integer as "byteCount", data_key as "sealedKey"
          from ${ownFiles(viewer)} f where id = ${fileId}::uuid and use = 'IMPORT'`,
      );
      const file = found?.rows[0] as
        { id: string; name: string; byteCount: number; sealedKey: Buffer } | undefined;
      if (!file) return false;
      const { encoding, delimiter, columns } = await tableIn(await readFile(file));
      const hash = hashOf(columns);
      const [known] = await unit.run(
        sql`select mapping from import_mappings where columns_hash = ${hash}::bytea`,
      );
      const { tool, mapping } = recognise(columns);
      const remembered = known?.rows[0]?.mapping as Mapping | undefined;
      await unit.run(
        sql`insert into imports (id, file_id, file_name, byte_count, kind, tool, encoding, delimiter, columns, mapping, created_by)
          values (${id}::uuid, ${file.id}::uuid, ${file.name}, ${file.byteCount}::integer, ${kind}::import_kind,
            ${tool}::import_tool, ${encoding}, ${delimiter}, ${columns}::text[],
            ${JSON.stringify(remembered ?? mapping)}::jsonb, ${viewer.id}::uuid)`,
        entryOf(viewer, { action: "WRITE", operation: "importPrepare", kind: "IMPORT" }),
      );
      return true;
    });
    return isThere ? await importNow(viewer, "importPrepare", id) : refused(notFound("fileId"));
  } catch (error) {
    if (error instanceof UnfitFile) return refused(userError(error.code, "fileId", error.message));
    throw error;
  }
}

/** Of the names of columns, in their order: files alike in them are read alike. */
export const hashOf = (columns: readonly string[]): Buffer =>
  createHash("sha256").update(JSON.stringify(columns)).digest();
