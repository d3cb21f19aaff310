// Saved views over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import { raw, sql } from "../database/sql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { readPage } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import { SavedViewPayload } from "./payload";
import { savedViewRemove, SavedViewRemoveInput } from "./remove";
import { checkListName } from "../preferences/names";
import { savedViewSave, SavedViewSaveInput } from "./save";
import { SavedView, savedViewShape } from "./saved-view";
import "./scope";

const SavedViewConnection = connectionOf("SavedView", () => SavedView);

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => SavedViewConnection, {
    description: "The views of a list that are yours or shared with you, by name.",
  })
  savedViews(
    @Arg("list", () => String, { description: "The list's name, such as `prospects`." })
    list: string,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const order = { property: "nameCanonical", isDescending: false };
    const where = [checkListName(list, "list") ? raw("false") : sql`list = ${list}`];
    const asked = { operation: "savedViews", where, page, order, info };
    return readPage<SavedView>(viewer, savedViewShape, asked);
  }

  @FieldResolver(() => Boolean, { description: "Whether you made it." })
  isMine(@Root() { madeBy }: Shown<SavedView>, @Ctx() { viewer }: Context): boolean {
    return madeBy === viewer.id;
  }

  @FieldResolver(() => Boolean, {
    description: "Whether you may change and remove it: its maker may.",
  })
  viewerCanChange(@Root() { madeBy }: Shown<SavedView>, @Ctx() { viewer }: Context): boolean {
    return madeBy === viewer.id;
  }

  @Mutation(() => SavedViewPayload, {
    description: "Save the filter of a list under a name. One of yours of that name is replaced.",
  })
  savedViewSave(
    @Arg("input", () => SavedViewSaveInput, { description: "What to save." })
    input: SavedViewSaveInput,
    @Ctx() { viewer }: Context,
  ): Promise<SavedViewPayload> {
    return savedViewSave(viewer, input);
  }

  @Mutation(() => SavedViewPayload, { description: "Remove a view of yours." })
  savedViewRemove(
    @Arg("input", () => SavedViewRemoveInput, { description: "Which." })
    input: SavedViewRemoveInput,
    @Ctx() { viewer }: Context,
  ): Promise<SavedViewPayload> {
    return savedViewRemove(viewer, input);
  }
}

export const savedViewResolvers = [SavedViewResolver];
