// One's preferences as they are: those that were set, and the defaults beside them.
import { Field, ObjectType } from "type-graphql";
import { readRows } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { Colours, Language, Preferences, preferencesShape } from "./preferences";
import "./scope";

@ObjectType({ simpleResolvers: true, description: "Your preferences after the change." })
export class PreferencesPayload {
  @Field(() => Preferences, { nullable: true, description: "Your preferences." })
  preferences!: PreferencesNow | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export type PreferencesNow = Pick<Preferences, "personId" | "language" | "colours" | "lists">;

const unsetOf = ({ id }: Viewer): PreferencesNow => ({
  ...{ personId: id!, language: Language.SYSTEM, colours: Colours.SYSTEM },
  lists: {},
});

export async function preferencesOf(viewer: Viewer, operation: string): Promise<PreferencesNow> {
  const reading = { operation, isOne: true };
  const [own] = await readRows<PreferencesNow>(viewer, preferencesShape, reading);
  return own ?? unsetOf(viewer);
}

export const preferencesNow = async (
  viewer: Viewer,
  operation: string,
): Promise<PreferencesPayload> => ({
  preferences: await preferencesOf(viewer, operation),
  userErrors: [],
});

export const refused = (...userErrors: UserError[]): PreferencesPayload => ({
  preferences: null,
  userErrors,
});
