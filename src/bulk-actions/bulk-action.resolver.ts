// Bulk actions over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Float,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { readOne, readPage } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import { Cost, ListSize } from "../limits/declared-cost";
import { BulkAction, bulkActionShape, BulkActionState, UNDO_DAYS } from "./bulk-action";
import { bulkActionCancel, bulkActionUndo } from "./cancel";
import { BulkActionInput, BulkActionPayload } from "./payload";
import { bulkActionPrepare, BulkActionPrepareInput, BulkActionPreparePayload } from "./prepare";
import { BulkActionRefusal, REFUSALS_MAXIMUM, refusalsOf } from "./refusals";
import "./scope";
import { bulkActionStart } from "./start";

const BulkActionConnection = connectionOf("BulkAction", () => BulkAction);
/** Everybody who matches is counted and kept. */
const PREPARE_COST = 1_000;
const DAY_MS = 86_400_000;
const ENDED = [BulkActionState.DONE, BulkActionState.CANCELLED, BulkActionState.FAILED];

@Resolver(() => BulkAction)
export class BulkActionResolver {
  @Query(() => BulkActionConnection, { description: "The bulk actions, newest first." })
  bulkActions(@Args(() => PageArguments) page: PageArguments, @Ctx() { viewer }: Context) {
    const order = { property: "id", isDescending: true };
    return readPage<BulkAction>(viewer, bulkActionShape, {
      ...{ operation: "bulkActions", page, order },
    });
  }

  @Query(() => BulkAction, {
    nullable: true,
    description: "One bulk action: ask again for its progress.",
  })
  bulkAction(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
  ) {
    return readOne<BulkAction>(viewer, bulkActionShape, "bulkAction", id);
  }

  @FieldResolver(() => Int, {
    description: "People of those who matched whom it left as they are; `refusals` says why.",
  })
  refused(@Root() { outOfReach, changedMeanwhile }: Shown<BulkAction>): number {
    return outOfReach + changedMeanwhile;
  }

  @ListSize(REFUSALS_MAXIMUM)
  @FieldResolver(() => [BulkActionRefusal], { description: "Why it left them, by reason." })
  refusals(@Root() { outOfReach, changedMeanwhile }: Shown<BulkAction>): BulkActionRefusal[] {
    return refusalsOf({ NOT_FOUND: outOfReach, CONFLICT: changedMeanwhile });
  }

  @FieldResolver(() => Float, {
    description: "How much of it is done, or taken back, 0 to 100.",
  })
  percent(@Root() action: Shown<BulkAction>): number {
    const { state, matched, changed, unchanged, restored, kept } = action;
    if (state === BulkActionState.DONE || state === BulkActionState.UNDONE) return 100;
    if (state === BulkActionState.UNDOING) return share(restored + kept, changed);
    return share(changed + unchanged + this.refused(action), matched);
  }

  @FieldResolver(() => Boolean, {
    description: `Whether what it changed can be taken back: for ${UNDO_DAYS} days after it ended.`,
  })
  canBeUndone(@Root() action: Shown<BulkAction>): boolean {
    const { state, changed, restored, kept, endedAt } = action;
    const isRecent = endedAt !== null && Date.parse(endedAt) > Date.now() - UNDO_DAYS * DAY_MS;
    return ENDED.includes(state) && isRecent && changed > restored + kept;
  }

  @Mutation(() => BulkActionPreparePayload, {
    description:
      "Look at what an action would do to many prospects: all are counted, some are shown, and nobody is changed. It is about " +
      "those who match now and still match when their batch runs; whoever comes later is not among them. Where the filter " +
      "names people, whoever is changed until then is left out.",
  })
  @Cost(PREPARE_COST)
  bulkActionPrepare(
    @Arg("input", () => BulkActionPrepareInput, { description: "What, and to whom." })
    input: BulkActionPrepareInput,
    @Ctx() { viewer }: Context,
  ) {
    return bulkActionPrepare(viewer, input);
  }

  @Mutation(() => BulkActionPayload, { description: "Begin what was prepared, within a day." })
  bulkActionStart(
    @Arg("input", () => BulkActionInput, { description: "Which." }) input: BulkActionInput,
    @Ctx() { viewer }: Context,
  ) {
    return bulkActionStart(viewer, input);
  }

  @Mutation(() => BulkActionPayload, {
    description: "End an action. What was changed by then stays changed.",
  })
  bulkActionCancel(
    @Arg("input", () => BulkActionInput, { description: "Which." }) input: BulkActionInput,
    @Ctx() { viewer }: Context,
  ) {
    return bulkActionCancel(viewer, input);
  }

  @Mutation(() => BulkActionPayload, {
    description:
      "Give back what was before, to everybody whom nobody changed since; `kept` counts the others.",
  })
  bulkActionUndo(
    @Arg("input", () => BulkActionInput, { description: "Which." }) input: BulkActionInput,
    @Ctx() { viewer }: Context,
  ) {
    return bulkActionUndo(viewer, input);
  }
}

const share = (part: number, whole: number) =>
  whole ? Math.floor((1_000 * part) / whole) / 10 : 0;

export const bulkActionResolvers = [BulkActionResolver];
