// A job that failed for good waits for a person: run again, it has all its tries once more.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { notFound } from "../graphql/input";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { Job } from "./job";
import { listJobs } from "./list";

@InputType({ description: "Which job is run again." })
export class JobRunAgainInput {
  @Field(() => ID, { description: "Its number." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The job after the change." })
export class JobRunAgainPayload {
  @Field(() => Job, { nullable: true, description: "The job." })
  job!: Job | null;

  @ListSize(1)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

/** Repeating it, or asking for one that has not failed, changes nothing and answers the job as it is. */
export async function jobRunAgain(
  viewer: Viewer,
  { id }: JobRunAgainInput,
): Promise<JobRunAgainPayload> {
  const [known] = await listJobs(viewer, { id });
  if (!known) return { job: null, userErrors: [notFound("id")] };
  await unitOfWork(actorOf(viewer, "GOVERNANCE"), async (unit) => {
    const [asked] = await unit.run(sql`select run_job_again(${id}::bigint) as "isWaiting"`);
    if (asked?.rows[0]?.isWaiting !== true) return;
    const entry = { action: "WRITE", operation: "jobRunAgain", kind: "GOVERNANCE" } as const;
    await unit.run(entryOf(viewer, { ...entry, fields: ["state"], rowCount: 1 }));
  });
  const [now] = await listJobs(viewer, { id });
  return { job: now ?? null, userErrors: [] };
}
