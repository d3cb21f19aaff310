// A customer's contract ends: what stood on it is closed at once, for the company, its contacts and its users; a law keeps
// an invoice's number, date and name. Nobody signs in for it any more.
import { Field, Int, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import type { CustomerInput } from "./change-state";

@ObjectType({ simpleResolvers: true, description: "What the end of the contract closed." })
export class CustomerEndContractPayload {
  @Field(() => Int, {
    nullable: true,
    description: "How many records lost a basis: the company's, its contacts', its users'.",
  })
  closedRecords!: number | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why it goes on." })
  userErrors!: UserError[];
}

/** For good: a new contract is a new customer. One that has ended is out of reach. */
export async function customerEndContract(
  viewer: Viewer,
  { id }: CustomerInput,
): Promise<CustomerEndContractPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return { closedRecords: null, userErrors: [wrong] };
  const closedRecords = await unitOfWork(actorOf(viewer, "CUSTOMER"), async (unit) => {
    const [ended] = await unit.run(sql`select end_contract(${id}::uuid) as closed`);
    const { closed } = ended!.rows[0] as { closed: number | null };
    if (closed)
      await unit.run(
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "customerEndContract", kind: "CUSTOMER" },
          ...{ fields: ["state", "ledger"], subjectIds: [id], rowCount: closed },
        }),
      );
    return closed;
  });
  return { closedRecords, userErrors: closedRecords === null ? [notFound("id")] : [] };
}
