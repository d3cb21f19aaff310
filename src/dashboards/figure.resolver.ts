// Figures over GraphQL.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { defineScope, everywhere } from "../access/scope";
import { raw, sql } from "../database/sql";
import type { Context } from "../graphql/context";
import { readRows } from "../graphql/reads/rows";
import { CalendarDay } from "../graphql/scalars";
import type { Shown } from "../graphql/shown";
import { ListSize } from "../limits/declared-cost";
import { Figure, figureShape } from "./figure";

defineScope("figures", { DASHBOARD: everywhere });

@Resolver(() => Figure)
export class FigureResolver {
  @ListSize(200)
  @Query(() => [Figure], { description: "Monthly figures, oldest first." })
  figures(
    @Arg("fromMonth", () => CalendarDay, { nullable: true, description: "Not before this day." })
    fromMonth: string | null,
    @Arg("toMonth", () => CalendarDay, { nullable: true, description: "Not after this day." })
    toMonth: string | null,
    @Ctx() { viewer }: Context,
  ) {
    return readRows<Figure>(viewer, figureShape, {
      operation: "figures",
      where: [
        ...(fromMonth ? [sql`month >= ${fromMonth}::date`] : []),
        ...(toMonth ? [sql`month <= ${toMonth}::date`] : []),
      ],
      orderBy: raw("month, subject, kind"),
    });
  }

  @FieldResolver(() => Boolean, { description: "Whether the group is too small to be shown." })
  isWithheld(@Root() { people }: Shown<Figure>): boolean {
    return people === null;
  }
}

export const figureResolvers = [FigureResolver];
