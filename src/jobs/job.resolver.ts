// Jobs over GraphQL: what waits, runs or failed, and running again what failed.
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { fields, fragment, only, payloadFields } from "../access/fragment";
import type { Context } from "../graphql/context";
import { ListSize } from "../limits/declared-cost";
import { Job } from "./job";
import { JOBS_MAXIMUM, listJobs } from "./list";
import { jobRunAgain, JobRunAgainInput, JobRunAgainPayload } from "./run-again";

@Resolver()
export class JobResolver {
  @ListSize(JOBS_MAXIMUM)
  @Query(() => [Job], { description: `The newest ${JOBS_MAXIMUM} jobs that wait, run or failed.` })
  jobs(
    @Arg("onlyFailed", () => Boolean, {
      defaultValue: false,
      description: "Those alone that failed for good, and wait for somebody to run them again.",
    })
    onlyFailed: boolean,
    @Ctx() { viewer }: Context,
  ): Promise<Job[]> {
    return listJobs(viewer, { onlyFailed });
  }

  @Query(() => Job, { nullable: true, description: "One job." })
  async job(
    @Arg("id", () => ID, { description: "Its number." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<Job | null> {
    return (await listJobs(viewer, { id }))[0] ?? null;
  }

  @Mutation(() => JobRunAgainPayload, {
    description: "Runs a job again that failed for good, with all its tries.",
  })
  jobRunAgain(
    @Arg("input", () => JobRunAgainInput, { description: "Which." }) input: JobRunAgainInput,
    @Ctx() { viewer }: Context,
  ): Promise<JobRunAgainPayload> {
    return jobRunAgain(viewer, input);
  }
}

const operator = only("OPERATOR");

export const jobResolvers = [JobResolver];
export const jobAccess = fragment({
  Query: fields("jobs job", operator),
  Mutation: fields("jobRunAgain", operator),
  Job: fields("id task state attempts maxAttempts runAt createdAt reason", operator),
  ...payloadFields("JobRunAgainPayload", "job", operator),
});
