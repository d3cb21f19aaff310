// What a field costs, declared beside it. A list says how many rows it has: as many as its page was asked for, or a typical
// number. Every list says so, or the start is refused: a list that nobody weighed would cost nothing.
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from "graphql";
import { Extensions } from "type-graphql";
import { objectFieldsOf } from "../access/places";
import { PAGE_MAXIMUM } from "../graphql/page";
import { StartUpError } from "../start-up-error";

/** `first`: the argument of the field that returned the page. */
type ListSize = number | "first";
type Field = GraphQLField<unknown, unknown>;

export const ListSize = (size: ListSize) => Extensions({ listSize: size });

/** Points of a field that asks the database for more than its row. */
export const Cost = (points: number) => Extensions({ cost: points });

/** Rows that a page of this field holds at the most, where it isn't the usual number. */
export const LargestPage = (rows: number) => Extensions({ largestPage: rows });

export const listSizeOf = ({ extensions }: Field) => extensions.listSize as ListSize | undefined;
export const costOfField = ({ extensions }: Field) => extensions.cost as number | undefined;
export const largestPageOf = ({ extensions }: Field) =>
  (extensions.largestPage as number | undefined) ?? PAGE_MAXIMUM;

export const isList = ({ type }: Field) => isListType(getNullableType(type));

/** Stops the start, and names each list without a size. */
export function checkListSizes(schema: GraphQLSchema): void {
  const faults = objectFieldsOf(schema).flatMap(({ place, field }) => {
    if (isList(field) && listSizeOf(field) === undefined)
      return [`- ${place} is a list: say with @ListSize how many rows it has.`];
    if (isPage(field) && !takesFirst(field))
      return [`- ${place} returns a page, but doesn't take «first»: let it extend PageArguments.`];
    return [];
  });
  if (faults.length)
    throw new StartUpError(["The cost of lists is not known:", ...faults].join("\n"));
}

function isPage({ type }: Field): boolean {
  const named = getNamedType(type);
  return (
    isObjectType(named) &&
    Object.values(named.getFields()).some((each) => listSizeOf(each) === "first")
  );
}

export const takesFirst = ({ args }: Field) => args.some(({ name }) => name === "first");
