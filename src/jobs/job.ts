// A job as operators see it.
import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars";

@ObjectType({ simpleResolvers: true, description: "Something that the worker does or will do." })
export class Job {
  @Field(() => ID, { description: "Its number in the queue." })
  id!: string;

  @Field(() => String, { description: "What it does." })
  task!: string;

  @Field(() => String, { description: "QUEUED, RUNNING, RETRYING or FAILED." })
  state!: string;

  @Field(() => Int, { description: "How often it was tried." })
  attempts!: number;

  @Field(() => Int, { description: "How often it is tried at the most." })
  maxAttempts!: number;

  @Field(() => DateTime, { description: "When it is due." })
  runAt!: string;

  @Field(() => DateTime, { description: "When it was queued." })
  createdAt!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why it failed the last time. The worker's log has more under its number.",
  })
  reason!: string | null;
}
