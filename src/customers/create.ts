// A new customer, with the bases that its contract brings.
import { isISO31661Alpha2 } from "class-validator";
import { Field, InputType, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkText, refusals } from "../graphql/input";
import { readOne } from "../graphql/reads/rows";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { Customer, customerShape } from "./customer";

@InputType({ description: "The new customer." })
export class CustomerCreateInput {
  @Field(() => String, { description: "The company's name, up to 200 characters." })
  name!: string;

  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2, such as DE." })
  country!: string;
}

@ObjectType({ simpleResolvers: true, description: "The customer that was created." })
export class CustomerCreatePayload {
  @Field(() => Customer, { nullable: true, description: "The customer." })
  customer!: Customer | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why none was created." })
  userErrors!: UserError[];
}

const BASES = {
  purposes: ["SERVICE_PERFORMANCE", "CUSTOMER_SUPPORT", "SECURITY", "LEGAL_OBLIGATIONS"],
  bases: ["CONTRACT", "LEGITIMATE_INTERESTS", "LEGITIMATE_INTERESTS", "LEGAL_OBLIGATION"],
  grounds: [null, null, null, "INVOICES"],
};

export async function customerCreate(
  viewer: Viewer,
  input: CustomerCreateInput,
): Promise<CustomerCreatePayload> {
  const userErrors = refusals(
    checkText(input.name, "name", { maximum: 200, isRequired: true }),
    /^[A-Z]{2}$/.test(input.country) && isISO31661Alpha2(input.country)
      ? null
      : userError(
          "INVALID",
          "country",
          "Give country as two capital letters of ISO 3166-1, such as DE.",
        ),
  );
  if (userErrors.length) return { customer: null, userErrors };
  const id = newId();
  await unitOfWork(actorOf(viewer, "CUSTOMER"), (unit) =>
    unit.run(
      sql`insert into customers (id, name, country) values (${id}::uuid, ${input.name.trim()}, ${input.country})`,
      sql`insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, ground)
        select ids, 'CUSTOMER', ${id}::uuid, purpose, basis, ground
        from unnest(${BASES.bases.map(() => newId())}::uuid[], ${BASES.purposes}::purpose[], ${BASES.bases}::lawful_basis[],
          ${BASES.grounds}::basis_ground[]) as b (ids, purpose, basis, ground)`,
      entryOf(viewer, {
        action: "WRITE",
        operation: "customerCreate",
        kind: "CUSTOMER",
        fields: ["name", "country"],
        subjectIds: [id],
      }),
    ),
  );
  return {
    customer: await readOne<Customer>(viewer, customerShape, "customerCreate", id),
    userErrors,
  };
}
