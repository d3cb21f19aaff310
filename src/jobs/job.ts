// Jobs by id and state, for operators: no payload and no message, in which people could stand.
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { fields, fragment, only } from "../access/fragment";
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import type { Context } from "../graphql/context";
import { DateTime } from "../graphql/scalars";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";

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
}

/** Jobs that a list shows at the most. */
const JOBS_MAXIMUM = 100;

async function listJobs(viewer: Viewer, id: string | null): Promise<Job[]> {
  if (id !== null && !/^\d{1,18}$/.test(id)) return [];
  const [found] = await inOneTrip(actorOf(viewer, "GOVERNANCE"), [
    sql`select id::text, task, state, attempts, max_attempts as "maxAttempts", run_at as "runAt", created_at as "createdAt"
      from job_list() where ${id}::bigint is null or id = ${id}::bigint order by id desc limit ${JOBS_MAXIMUM}`,
  ]);
  return (found?.rows ?? []) as unknown as Job[];
}

@Resolver()
export class JobResolver {
  @ListSize(JOBS_MAXIMUM)
  @Query(() => [Job], { description: `The newest ${JOBS_MAXIMUM} jobs that wait, run or failed.` })
  jobs(@Ctx() { viewer }: Context): Promise<Job[]> {
    return listJobs(viewer, null);
  }

  @Query(() => Job, { nullable: true, description: "One job." })
  async job(
    @Arg("id", () => ID, { description: "Its number." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<Job | null> {
    return (await listJobs(viewer, id))[0] ?? null;
  }
}

export const jobResolvers = [JobResolver];
export const jobAccess = fragment({
  Query: fields("jobs job", only("OPERATOR")),
  Job: fields("id task state attempts maxAttempts runAt createdAt", only("OPERATOR")),
});
