// How a person wants to see a list: kept by the list's name within the person's one row.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ListSize } from "../limits/declared-cost";

/** Lists of one person. The table holds the same number. */
export const LISTS_MAXIMUM = 40;
export const COLUMNS_MAXIMUM = 40;

export enum Density {
  COMPACT = "COMPACT",
  COMFORTABLE = "COMFORTABLE",
}
registerEnumType(Density, {
  name: "Density",
  description: "How close the rows of a list stand.",
  valuesConfig: {
    COMPACT: { description: "Close." },
    COMFORTABLE: { description: "With room." },
  },
});

/** Of each list by its name. */
export type KeptLists = Readonly<Record<string, { columns: string[]; density: Density }>>;

export const UNSET_LIST = { columns: [], density: Density.COMFORTABLE };

@ObjectType({ simpleResolvers: true, description: "How you want to see a list." })
export class ListPreferences {
  @Field(() => String, { description: "The list's name, such as `prospects`." })
  list!: string;

  @ListSize(10)
  @Field(() => [String], { description: "The columns you chose, in their order; none: the usual." })
  columns!: string[];

  @Field(() => Density, { description: "How close its rows stand." })
  density!: Density;
}

export const listsOf = (kept: KeptLists): ListPreferences[] =>
  Object.keys(kept)
    .sort()
    .map((list) => ({ list, ...kept[list]! }));
