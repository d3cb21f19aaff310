// A person sets language and colours. What is not given stays; repeating is harmless.
import { Field, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { preferencesNow, type PreferencesPayload } from "./payload";
import { Colours, Language } from "./preferences";

@InputType({ description: "What to set. What is not given stays as it is." })
export class PreferencesSetInput {
  @Field(() => Language, { nullable: true, description: "The language of pages." })
  language?: Language | null;

  @Field(() => Colours, { nullable: true, description: "The colours of pages." })
  colours?: Colours | null;
}

export async function preferencesSet(
  viewer: Viewer,
  { language, colours }: PreferencesSetInput,
): Promise<PreferencesPayload> {
  const fields = [...(language ? ["language"] : []), ...(colours ? ["colours"] : [])];
  if (fields.length) {
    await unitOfWork(actorOf(viewer, "PREFERENCES"), ({ run }) =>
      run(
        sql`insert into preferences as p (customer_id, person_id, language, colours)
          values (${viewer.customerId}::uuid, ${viewer.id}::uuid,
            coalesce(${language}::preferred_language, 'SYSTEM'), coalesce(${colours}::preferred_colours, 'SYSTEM'))
          on conflict (customer_id, person_id) do update
            set language = coalesce(${language}::preferred_language, p.language),
              colours = coalesce(${colours}::preferred_colours, p.colours)`,
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "preferencesSet", kind: "PREFERENCES" },
          ...{ fields, subjectIds: [viewer.id!] },
        }),
      ),
    );
  }
  return preferencesNow(viewer, "preferencesSet");
}
