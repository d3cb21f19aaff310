// `node`: any record by its identifier, found through the same reach as everywhere else.
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { allShapes } from "../access/record";
import { visibleTypes } from "../access/visible";
import { fragment, everyone } from "../access/fragment";
import type { Context } from "./context";
import { Node } from "./node";
import { readOne } from "./reads/rows";

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "The record with this identifier, if you may see it.",
  })
  async node(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<Node | null> {
    const seen = visibleTypes(viewer.audience);
    const shapes = allShapes().filter(({ type, isNode }) => isNode && seen.has(type));
    const found = await Promise.all(
      shapes.map((shape) => readOne<Node>(viewer, shape, "node", id)),
    );
    return found.find((row) => row !== null) ?? null;
  }
}

export const nodeResolvers = [NodeResolver];
export const nodeAccess = fragment({ Query: { node: everyone } });
