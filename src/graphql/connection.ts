// The GraphQL types of a list: edges and nodes, where it goes on, and how many there are if somebody asks.
import { type GraphQLSchema, isObjectType } from "graphql";
import { Field, Int, ObjectType } from "type-graphql";
import { Cost, ListSize } from "../limits/declared-cost";
import type { ConnectionOf } from "./page";

@ObjectType({
  simpleResolvers: true,
  description: "Where a page ends, and whether another follows.",
})
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows." })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the last row, for `after`." })
  endCursor!: string | null;
}

/** A count reads more than its page, and is a statement of its own. */
const TOTAL_COUNT_COST = 20;

type Class = abstract new (...args: never[]) => object;

/** The connection type of an object type, with its edge type. */
export function connectionOf(name: string, node: () => Class) {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `A ${name} and its place in the list.`,
  })
  class Edge {
    @Field(() => String, { description: "The place of this row, for `after`." })
    cursor!: string;

    @Field(node, { description: "The row." })
    node!: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${name}.`,
  })
  class Connection {
    @ListSize("first")
    @Field(() => [Edge], { description: "The rows with their cursors." })
    edges!: Edge[];

    @ListSize("first")
    @Field(() => [node()], { description: "The rows." })
    nodes!: object[];

    @Field(() => PageInfo, { description: "Where this page ends." })
    pageInfo!: PageInfo;

    @Cost(TOTAL_COUNT_COST)
    @Field(() => Int, {
      description: "How many rows the whole list has; counted only where asked for.",
    })
    totalCount!: number;
  }
  return Connection;
}

/** Counting is a statement of its own, where somebody asks for it. */
export function withCounts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    const field = isObjectType(type) ? type.getFields().totalCount : undefined;
    if (field) field.resolve = (page: ConnectionOf<object>) => page.count();
  }
  return schema;
}
