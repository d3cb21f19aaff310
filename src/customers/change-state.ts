// A customer is closed or opened again: within five seconds whoever acts for a closed one is out. Its records stay.
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
import { Customer, customerShape, type CustomerState } from "./customer";

@InputType({ description: "Which customer." })
export class CustomerInput {
  @Field(() => ID, { description: "Its identifier." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The customer as it is now." })
export class CustomerPayload {
  @Field(() => Customer, { nullable: true, description: "The customer." })
  customer!: Customer | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing changed." })
  userErrors!: UserError[];
}

type Change = { operation: "customerClose" | "customerReopen"; state: CustomerState };

/** Repeating answers the customer as it is. */
export async function changeState(
  viewer: Viewer,
  { id }: CustomerInput,
  { operation, state }: Change,
): Promise<CustomerPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return { customer: null, userErrors: [wrong] };
  await unitOfWork(actorOf(viewer, "CUSTOMER"), async (unit) => {
    const [changed] = await unit.run(
      sql`update customers set state = ${state}::customer_state
        where ${reachOf(viewer, "customers")} and id = ${id}::uuid and state <> ${state}::customer_state`,
    );
    if (!changed?.rowCount) return;
    const entry = { action: "WRITE", operation, kind: "CUSTOMER", subjectIds: [id] } as const;
    await unit.run(entryOf(viewer, { ...entry, fields: ["state"] }));
  });
  const customer = await readOne<Customer>(viewer, customerShape, operation, id);
  return { customer, userErrors: customer ? [] : [notFound("id")] };
}
