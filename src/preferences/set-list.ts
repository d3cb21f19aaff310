// A person sets how a list is shown: what is not given stays. Two windows that set different lists at once both count,
// and of many at once no more lists are kept than a person may have.
import { Field, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { refusals } from "../graphql/input";
import { userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { Density, LISTS_MAXIMUM, UNSET_LIST } from "./list-preferences";
import { checkColumns, checkListName } from "./names";
import { preferencesNow, type PreferencesPayload, refused } from "./payload";

@InputType({ description: "How you want to see a list. What is not given stays as it is." })
export class ListPreferencesSetInput {
  @Field(() => String, {
    description: "The list's name in kebab-case, such as `prospects`, up to 60 characters.",
  })
  list!: string;

  @ListSize(10)
  @Field(() => [String], {
    nullable: true,
    description:
      "The columns in their order: up to 40 names in camelCase of up to 60 characters. None: the usual.",
  })
  columns?: string[] | null;

  @Field(() => Density, { nullable: true, description: "How close its rows stand." })
  density?: Density | null;
}

export async function listPreferencesSet(
  viewer: Viewer,
  { list, columns, density }: ListPreferencesSetInput,
): Promise<PreferencesPayload> {
  const faults = refusals(
    checkListName(list, "list"),
    columns ? checkColumns(columns, "columns") : null,
  );
  if (faults.length) return refused(...faults);
  const given = { ...(columns && { columns }), ...(density && { density }) };
  const isKept = await unitOfWork(actorOf(viewer, "PREFERENCES"), async (unit) => {
    const [kept] = await unit.run(
      sql`insert into preferences as p (customer_id, person_id, lists)
        values (${viewer.customerId}::uuid, ${viewer.id}::uuid,
          jsonb_build_object(${list}::text, ${JSON.stringify({ ...UNSET_LIST, ...given })}::jsonb))
        on conflict (customer_id, person_id) do update
          set lists = p.lists
            || jsonb_build_object(${list}::text, coalesce(p.lists -> ${list}::text, excluded.lists -> ${list}::text) || ${JSON.stringify(given)}::jsonb)
          where jsonb_exists(p.lists, ${list}::text)
            or (select count(*) from jsonb_object_keys(p.lists)) < ${LISTS_MAXIMUM}::integer`,
    );
    if (!kept?.rowCount) return false;
    await unit.run(
      entryOf(viewer, {
        ...{ action: "WRITE", operation: "listPreferencesSet", kind: "PREFERENCES" },
        ...{ fields: ["lists"], subjectIds: [viewer.id!] },
      }),
    );
    return true;
  });
  return isKept
    ? preferencesNow(viewer, "listPreferencesSet")
    : refused(userError("TOO_MANY", "list", `Settings of ${LISTS_MAXIMUM} lists are kept.`));
}
