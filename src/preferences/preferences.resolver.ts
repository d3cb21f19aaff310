// One's own preferences over GraphQL.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../graphql/context";
import type { Shown } from "../graphql/shown";
import { ListSize } from "../limits/declared-cost";
import { ListPreferences, listsOf } from "./list-preferences";
import { preferencesOf, PreferencesPayload } from "./payload";
import { Preferences } from "./preferences";
import { preferencesSet, PreferencesSetInput } from "./set";
import { listPreferencesSet, ListPreferencesSetInput } from "./set-list";

@Resolver(() => Preferences)
export class PreferencesResolver {
  @Query(() => Preferences, {
    description:
      "What you set for your own screens, in whichever role; where nothing, the defaults.",
  })
  preferences(@Ctx() { viewer }: Context) {
    return preferencesOf(viewer, "preferences");
  }

  @FieldResolver(() => ID, { description: "The person whose they are: one set for each." })
  id(@Root() { personId }: Shown<Preferences>): string {
    return personId;
  }

  @ListSize(10)
  @FieldResolver(() => [ListPreferences], {
    description: "How you want to see lists: those that you set something for, by name.",
  })
  lists(@Root() { lists }: Shown<Preferences>): ListPreferences[] {
    return listsOf(lists);
  }

  @Mutation(() => PreferencesPayload, {
    description: "Set your language and colours. Repeating is harmless.",
  })
  preferencesSet(
    @Arg("input", () => PreferencesSetInput, { description: "Which." }) input: PreferencesSetInput,
    @Ctx() { viewer }: Context,
  ): Promise<PreferencesPayload> {
    return preferencesSet(viewer, input);
  }

  @Mutation(() => PreferencesPayload, {
    description: "Set how you want to see a list. Repeating is harmless.",
  })
  listPreferencesSet(
    @Arg("input", () => ListPreferencesSetInput, { description: "Which list, and how." })
    input: ListPreferencesSetInput,
    @Ctx() { viewer }: Context,
  ): Promise<PreferencesPayload> {
    return listPreferencesSet(viewer, input);
  }
}

export const preferencesResolvers = [PreferencesResolver];
