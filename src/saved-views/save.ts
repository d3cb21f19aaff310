// Somebody saves the filter of a list. Under a name that is one's own already it replaces that view; with an id, it
// changes that one. What one person saves at once goes one after the other, so that there are never too many.
import { Field, ID, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { checkListName } from "../preferences/names";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { refused, type SavedViewPayload, viewNow } from "./payload";
import { ownViews } from "./scope";
import { namesAnAddress, namesAPerson, readSearch } from "./search";

const NAME_MAXIMUM = 100;
/** Of one person in one audience. */
const VIEWS_MAXIMUM = 100;

@InputType({ description: "The filter of a list, and what to call it." })
export class SavedViewSaveInput {
  @Field(() => ID, {
    nullable: true,
    description: "The view of yours to change. Without it, one of the same name is replaced.",
  })
  id?: string | null;

  @Field(() => String, {
    description: "The list's name in kebab-case, such as `prospects`, up to 60 characters.",
  })
  list!: string;

  @Field(() => String, { description: "What to call it, up to 100 characters." })
  name!: string;

  @Field(() => String, {
    description:
      "The part of the page's address after the `?`, up to 1000 characters. It may not name a person.",
  })
  search!: string;

  @Field(() => Boolean, { description: "Whether everybody who acts in your role sees it." })
  isShared!: boolean;
}

/** As it is kept. */
type Kept = { list: string; name: string; canonical: string; search: string; isShared: boolean };

export async function savedViewSave(
  viewer: Viewer,
  { id, list, name, search: given, isShared }: SavedViewSaveInput,
): Promise<SavedViewPayload> {
  const search = readSearch(given, "search");
  const faults = refusals(
    id ? checkId(id, "id") : null,
    checkListName(list, "list"),
    checkText(name, "name", { maximum: NAME_MAXIMUM, isRequired: true }),
    namesAnAddress(name) ? namesAPerson("name") : null,
    typeof search === "string" ? null : search,
  );
  if (faults.length || typeof search !== "string") return refused(...faults);
  const kept = { ...{ list, search, isShared }, name: name.trim(), canonical: canonicalName(name) };
  const saved = await unitOfWork(actorOf(viewer, "PREFERENCES"), async (unit) => {
    await unit.run(
      sql`select pg_advisory_xact_lock(hashtextextended(${`saved_views ${viewer.id}`}, 0))`,
    );
    const one = id ? await change(viewer, unit, id, kept) : await keep(viewer, unit, kept);
    if (typeof one === "string")
      await unit.run(
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "savedViewSave", kind: "PREFERENCES" },
          ...{ fields: ["name", "search", "isShared"], subjectIds: [viewer.id!] },
        }),
      );
    return one;
  });
  return typeof saved === "string" ? viewNow(viewer, saved) : refused(saved);
}

/** Upper and lower case are one, and so is however a letter is put together. */
const canonicalName = (name: string) => name.trim().normalize("NFKC").toLowerCase();

async function keep(viewer: Viewer, unit: Unit, kept: Kept): Promise<string | UserError> {
  const { list, name, canonical, search, isShared } = kept;
  const [saved] = await unit.run(
    sql`insert into saved_views (id, customer_id, audience, made_by, list, name, name_canonical, search, is_shared)
      select ${newId()}::uuid, ${viewer.customerId}::uuid, ${viewer.audience}, ${viewer.id}::uuid,
        ${list}, ${name}, ${canonical}, ${search}, ${isShared}::boolean
      where (select count(*) from saved_views where ${ownViews(viewer)}) < ${VIEWS_MAXIMUM}::integer
        or exists (select from saved_views where ${ownViews(viewer)} and list = ${list} and name_canonical = ${canonical})
      on conflict (customer_id, audience, made_by, list, name_canonical) do update
        set name = excluded.name, search = excluded.search, is_shared = excluded.is_shared
      returning id`,
  );
  const row = saved?.rows[0] as { id: string } | undefined;
  return row?.id ?? userError("TOO_MANY", "name", `${VIEWS_MAXIMUM} views of yours are kept.`);
}

async function change(
  viewer: Viewer,
  unit: Unit,
  id: string,
  { list, name, canonical, search, isShared }: Kept,
): Promise<string | UserError> {
  const [found] = await unit.run(
    sql`select id from saved_views where ${ownViews(viewer)} and list = ${list}
      and (id = ${id}::uuid or name_canonical = ${canonical})`,
  );
  const ids = (found?.rows ?? []).map((row) => row.id as string);
  if (!ids.includes(id.toLowerCase())) return notFound("id");
  const namesake = ids.find((each) => each !== id.toLowerCase());
  if (namesake)
    return userError(
      "ALREADY_EXISTS",
      "name",
      `You have a view of this name already: ${namesake}. Choose another name, or change that one.`,
    );
  await unit.run(
    sql`update saved_views set name = ${name}, name_canonical = ${canonical}, search = ${search}, is_shared = ${isShared}::boolean
      where ${ownViews(viewer)} and id = ${id}::uuid`,
  );
  return id;
}
