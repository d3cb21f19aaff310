// Intake over GraphQL: our own platform, sites and event tools write, and read nothing.
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../graphql/context";
import { RecordPayload } from "./payload";
import { activityRecord, ActivityRecordInput } from "./record-activities";
import { interactionRecord, InteractionRecordInput } from "./record-interactions";

@Resolver()
export class IntakeResolver {
  @Mutation(() => RecordPayload, { description: "Tell what users did." })
  activityRecord(
    @Arg("input", () => ActivityRecordInput, { description: "A batch." })
    input: ActivityRecordInput,
    @Ctx() { viewer }: Context,
  ) {
    return activityRecord(viewer, input);
  }

  @Mutation(() => RecordPayload, { description: "Tell how people met us." })
  interactionRecord(
    @Arg("input", () => InteractionRecordInput, { description: "A batch." })
    input: InteractionRecordInput,
    @Ctx() { viewer }: Context,
  ) {
    return interactionRecord(viewer, input);
  }
}

export const intakeResolvers = [IntakeResolver];
