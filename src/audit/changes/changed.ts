// What the privacy officer is shown of a change: each field with what stood there before and since. Opened only where it is
// asked for, for all entries of a page at once, and entered like any other look at a person.
import { Field, ObjectType } from "type-graphql";
import { raw, sql } from "../../database/sql";
import { loaderOf } from "../../graphql/reads/loaders";
import { inSharedTrip } from "../../graphql/reads/trip";
import { personKey } from "../../keys/person-keys";
import { ListSize } from "../../limits/declared-cost";
import type { Viewer } from "../../viewer/viewer";
import { entered } from "../entries";
import { type Changes, openedChanges } from "./sealed-changes";

@ObjectType({ simpleResolvers: true, description: "A field that was changed." })
export class ChangedField {
  @Field(() => String, { description: "Which." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What stood there before." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "What has stood there since." })
  after!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What was changed of one person." })
export class Changed {
  @ListSize(4)
  @Field(() => [ChangedField], { description: "The fields; none once they were erased." })
  fields!: ChangedField[];

  @Field(() => Boolean, {
    description:
      "Whether it was erased: the person's key is gone, and nobody can read it any more.",
  })
  isErased!: boolean;
}

type Row = { id: string; subjectId: string; sealed: Buffer; wrapped: Buffer | null };

/** Null for an entry that keeps no values. */
export const changedIn = (viewer: Viewer, entryId: string): Promise<Changed | null> =>
  loaderOf(viewer, "AuditEntry.changed", async (ids: readonly string[]) => {
    const query = sql`select e.id, e.subject_ids[1] as "subjectId", e.sealed_values as sealed, k.wrapped
      from audit_entries e left join keys.person_keys k on k.subject_id = e.subject_ids[1]
      where e.id = any(${ids}::uuid[]) and e.sealed_values is not null`;
    const entry = { action: "READ", operation: "AuditEntry.changed", kind: "GOVERNANCE" } as const;
    const { rows } = await inSharedTrip(
      viewer,
      "GOVERNANCE",
      entered(viewer, query, { ...entry, fields: ["changed"] }, '"subjectId"', raw("")),
      true,
    );
    const found = new Map((rows as Row[]).map((row) => [row.id, shown(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }).load(entryId);

function shown({ id, subjectId, sealed, wrapped }: Row): Changed {
  const changes = openedChanges(personKey(subjectId, wrapped), id, sealed);
  return { fields: fieldsOf(changes ?? {}), isErased: changes === null };
}

const fieldsOf = (changes: Changes): ChangedField[] =>
  Object.entries(changes).map(([name, values]) => ({ name, ...values }));
