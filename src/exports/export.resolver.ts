// Exports over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Float,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { reachOf } from "../access/scope";
import { sql } from "../database/sql";
import { ownFiles } from "../files/own-files";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { Referred } from "../graphql/reads/children";
import { loaderOf } from "../graphql/reads/loaders";
import { readOne, readPage } from "../graphql/reads/rows";
import { inSharedTrip } from "../graphql/reads/trip";
import type { Shown } from "../graphql/shown";
import { ServiceProvider, serviceProviderShape } from "../service-providers/service-provider";
import { exportCancel } from "./cancel";
import { downloadUrlOf } from "./download";
import { Export, exportShape, ExportState } from "./export";
import { ExportInput, ExportPayload } from "./payload";
import { exportStart, ExportStartInput } from "./start";
import "./scope";

const ExportConnection = connectionOf("Export", () => Export);

@Resolver(() => Export)
export class ExportResolver {
  @Query(() => ExportConnection, {
    description:
      "The exports, newest first: marketing's own, those of an administrator's customer, and all to the privacy officer.",
  })
  exports(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const order = { property: "id", isDescending: true };
    return readPage<Export>(viewer, exportShape, { operation: "exports", page, order, info });
  }

  @Query(() => Export, { nullable: true, description: "One export: ask again for its progress." })
  export(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne<Export>(viewer, exportShape, "export", id, info);
  }

  @FieldResolver(() => Float, {
    description: "How much of it is written, 0 to 100, as far as can be told before its end.",
  })
  percent(@Root() { state, rowCount, rowsExpected }: Shown<Export>): number {
    if (state === ExportState.DONE) return 100;
    return rowsExpected ? Math.min(99, Math.floor((1_000 * rowCount) / rowsExpected) / 10) : 0;
  }

  @FieldResolver(() => Float, { nullable: true, description: "The file's size, in bytes." })
  bytes(@Root() { byteCount }: Shown<Export>): number | null {
    return byteCount;
  }

  @Referred("Export", { shape: serviceProviderShape, by: "serviceProviderId" })
  @FieldResolver(() => ServiceProvider, {
    nullable: true,
    description:
      "The provider that it is for. Null where it stays with us, or no agreement is in force any more.",
  })
  recipient() {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where whoever asked for it can take it away, for an hour; null where there is no file for you, or an outdated one.",
  })
  downloadUrl(@Root() { id }: Shown<Export>, @Ctx() { viewer }: Context): Promise<string | null> {
    return loaderOf(viewer, "downloadUrl", async (ids: readonly string[]) => {
      const query = sql`select e.id, f.id as "fileId" from exports e join ${ownFiles(viewer)} f on f.id = e.file_id
        where e.state = 'DONE' and e.id = any(${ids}::uuid[]) and not stopped_since(e.kind, e.started_at)`;
      const { rows } = await inSharedTrip(viewer, "EXPORT", query, false);
      const files = new Map(rows.map((row) => [row.id, String(row.fileId)]));
      return ids.map((each) => {
        const file = files.get(each);
        return file ? downloadUrlOf(viewer, file) : null;
      });
    }).load(id);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether one of its people was stopped since it was made: it is not handed over any more. Have it made anew.",
  })
  isOutdated(@Root() { id }: Shown<Export>, @Ctx() { viewer }: Context): Promise<boolean> {
    return loaderOf(viewer, "isOutdated", async (ids: readonly string[]) => {
      const query = sql`select id, state = 'DONE' and stopped_since(kind, started_at) as "isOutdated" from exports
        where id = any(${ids}::uuid[]) and ${reachOf(viewer, "exports")}`;
      const { rows } = await inSharedTrip(viewer, "EXPORT", query, false);
      const outdated = new Map(rows.map((row) => [row.id, row.isOutdated === true]));
      return ids.map((each) => outdated.get(each) ?? false);
    }).load(id);
  }

  @Mutation(() => ExportPayload, { description: "Have a file made, to be taken away." })
  exportStart(
    @Arg("input", () => ExportStartInput, { description: "What, and for whom or why." })
    input: ExportStartInput,
    @Ctx() { viewer }: Context,
  ) {
    return exportStart(viewer, input);
  }

  @Mutation(() => ExportPayload, {
    description: "End an export: what is under way stops, and a file that is there is gone.",
  })
  exportCancel(
    @Arg("input", () => ExportInput, { description: "Which." }) input: ExportInput,
    @Ctx() { viewer }: Context,
  ) {
    return exportCancel(viewer, input);
  }
}

export const exportResolvers = [ExportResolver];
