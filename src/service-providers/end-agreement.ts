// An agreement ends: from the next pull on, the provider's tools get nothing. Repeating answers the first end.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { readOne } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { agreementShape, ProviderAgreement } from "./service-provider";

@InputType({ description: "Which agreement ends now." })
export class ProviderAgreementEndInput {
  @Field(() => ID, { description: "The agreement." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The agreement after it ended." })
export class ProviderAgreementEndPayload {
  @Field(() => ProviderAgreement, { nullable: true, description: "The agreement." })
  agreement!: ProviderAgreement | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why it goes on." })
  userErrors!: UserError[];
}

export async function providerAgreementEnd(
  viewer: Viewer,
  { id }: ProviderAgreementEndInput,
): Promise<ProviderAgreementEndPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return { agreement: null, userErrors: [wrong] };
  await unitOfWork(actorOf(viewer, "GOVERNANCE"), async (unit) => {
    const [ended] = await unit.run(
      sql`update provider_agreements set ended_at = greatest(decision_time(), in_force_from)
        where ${reachOf(viewer, "provider_agreements")} and id = ${id}::uuid and ended_at is null`,
    );
    if (!ended?.rowCount) return;
    await unit.run(
      entryOf(viewer, {
        action: "WRITE",
        operation: "providerAgreementEnd",
        kind: "GOVERNANCE",
        fields: ["endedAt"],
        subjectIds: [id],
      }),
    );
  });
  const agreement = await readOne<ProviderAgreement>(
    viewer,
    agreementShape,
    "providerAgreementEnd",
    id,
  );
  return { agreement, userErrors: agreement ? [] : [notFound("id")] };
}
