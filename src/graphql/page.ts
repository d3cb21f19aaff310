// What a list takes: how many, and after which cursor.
import { ArgsType, Field, Int } from "type-graphql";

/** Rows a page holds where nothing is said, and at the most. */
export const PAGE_SIZE = 25;
export const PAGE_MAXIMUM = 100;

@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: PAGE_SIZE, description: `How many, 1 to ${PAGE_MAXIMUM}.` })
  first: number = PAGE_SIZE;

  @Field(() => String, { nullable: true, description: "Only what follows this cursor." })
  after?: string | null;
}

/** A sort order: "id" is the time of creation. */
export type Order = { property: string; isDescending: boolean };

export type PageInfoOf = { hasNextPage: boolean; endCursor: string | null };
export type ConnectionOf<T> = {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfoOf;
  count: () => Promise<number>;
};
