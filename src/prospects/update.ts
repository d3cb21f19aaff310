// Marketing corrects a prospect. The second of two editors is told, and nothing is overwritten unseen.
import { Field, ID, InputType, Int } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound, refusals } from "../graphql/input";
import { readOne } from "../graphql/reads";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import {
  addressOf,
  checkTexts,
  closedAddress,
  noAddress,
  type ProspectPayload,
  refused,
} from "./payload";
import { Prospect, ProspectKind, prospectShape } from "./prospect";

@InputType({ description: "What to correct of a prospect." })
export class ProspectUpdateInput {
  @Field(() => ID, { description: "The prospect." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The right name." })
  name?: string | null;

  @Field(() => ProspectKind, { nullable: true, description: "How the person relates to us." })
  kind?: ProspectKind | null;

  @Field(() => String, { nullable: true, description: "Where the person works." })
  companyName?: string | null;

  @Field(() => String, { nullable: true, description: "The right address." })
  emailAddress?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The version you saw: refused if somebody changed it since.",
  })
  version?: number | null;
}

export async function prospectUpdate(
  viewer: Viewer,
  input: ProspectUpdateInput,
): Promise<ProspectPayload> {
  const { id, version } = input;
  const address = input.emailAddress ? addressOf(input.emailAddress) : null;
  const faults = [...refusals(checkId(id, "id")), ...checkTexts(input, input.name !== undefined)];
  if (input.emailAddress && !address) faults.push(noAddress());
  if (faults.length) return refused(...faults);
  const fields = (["name", "kind", "companyName", "emailAddress"] as const).filter(
    (field) => input[field] != null,
  );

  const change = unitOfWork(
    actorOf(viewer, "PROSPECT"),
    async (unit): Promise<UserError | null> => {
      const hash = address?.hash ?? Buffer.alloc(0);
      const [closed, found] = await unit.run(
        sql`select closed_addresses('PROSPECT', array[${hash}::bytea]) as hash`,
        sql`select version from prospects where ${reachOf(viewer, "prospects")} and id = ${id}::uuid for update`,
      );
      const current = found?.rows[0]?.version;
      if (current === undefined) return notFound("id");
      if (closed?.rowCount) return closedAddress();
      if (version != null && version !== current)
        return userError(
          "CONFLICT",
          "version",
          "Somebody changed this prospect meanwhile. Read it again, and repeat.",
        );
      await unit.run(
        sql`update prospects set name = coalesce(${input.name?.trim() ?? null}, name),
          kind = coalesce(${input.kind ?? null}::prospect_kind, kind),
          company_name = coalesce(${input.companyName?.trim() ?? null}, company_name),
          email_address = coalesce(${address?.given ?? null}, email_address),
          email_canonical = coalesce(${address?.canonical ?? null}, email_canonical),
          email_hash = coalesce(${address?.hash ?? null}::bytea, email_hash)
        where ${reachOf(viewer, "prospects")} and id = ${id}::uuid`,
        entryOf(viewer, {
          action: "WRITE",
          operation: "prospectUpdate",
          kind: "PROSPECT",
          fields,
          subjectIds: [id],
        }),
      );
      return null;
    },
  );
  const fault = await change.catch((error: { code?: string }) => {
    if (error.code !== "23505") throw error;
    return userError(
      "ALREADY_EXISTS",
      "emailAddress",
      "Another prospect has this address already. Look it up, and keep one.",
    );
  });
  if (fault) return refused(fault);
  return {
    prospect: await readOne<Prospect>(viewer, prospectShape, "prospectUpdate", id),
    userErrors: [],
  };
}
