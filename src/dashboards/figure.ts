// What a dashboard reads: a count for a month and a kind, with no person in it.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { CalendarDay, DateTime } from "../graphql/scalars";

export enum FigureSubject {
  ACTIVITY = "ACTIVITY",
  INTERACTION = "INTERACTION",
}
registerEnumType(FigureSubject, {
  name: "FigureSubject",
  description: "What is counted.",
  valuesConfig: {
    ACTIVITY: { description: "What platform users did." },
    INTERACTION: { description: "How prospects met us." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A monthly count. Groups of fewer than ten people are withheld.",
})
@Entity("figures")
export class Figure {
  @Field(() => CalendarDay, { description: "The first day of the month (UTC)." })
  @PrimaryColumn("date")
  month!: string;

  @Field(() => FigureSubject, { description: "What is counted." })
  @PrimaryColumn("enum", { enum: FigureSubject })
  subject!: FigureSubject;

  @Field(() => String, { description: "The kind of activity or interaction." })
  @PrimaryColumn("text")
  kind!: string;

  @Field(() => Int, {
    nullable: true,
    description: "How many different people; null where withheld.",
  })
  @Column("integer", { nullable: true })
  people!: number | null;

  @Field(() => Int, { nullable: true, description: "How often; null where withheld." })
  @Column("integer", { nullable: true })
  events!: number | null;

  @Field(() => DateTime, { description: "When it was counted." })
  @Column("timestamptz")
  computedAt!: string;
}

export const figureShape = defineRecord(Figure, {
  ...{ table: "figures", kind: "FIGURES", isPersonal: false, key: [] },
  madeOf: { isWithheld: ["people"] },
});
