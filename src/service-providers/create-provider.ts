// A provider is known by its name and what it does for us; nothing leaves to it before an agreement is in force.
import { Field, InputType, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkText, refusals } from "../graphql/input";
import { readOne } from "../graphql/reads/rows";
import { UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { ServiceProvider, serviceProviderShape } from "./service-provider";
import { ListSize } from "../limits/declared-cost";

@InputType({ description: "Who shall process on our behalf." })
export class ServiceProviderCreateInput {
  @Field(() => String, { description: "Its name, up to 200 characters." })
  name!: string;

  @Field(() => String, { description: "What it does for us, up to 300 characters." })
  service!: string;
}

@ObjectType({ simpleResolvers: true, description: "The provider after it was made." })
export class ServiceProviderCreatePayload {
  @Field(() => ServiceProvider, { nullable: true, description: "The provider." })
  serviceProvider!: ServiceProvider | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why there is none." })
  userErrors!: UserError[];
}

const refused = (...userErrors: UserError[]): ServiceProviderCreatePayload => ({
  serviceProvider: null,
  userErrors,
});

export async function serviceProviderCreate(
  viewer: Viewer,
  { name, service }: ServiceProviderCreateInput,
): Promise<ServiceProviderCreatePayload> {
  const faults = refusals(
    checkText(name, "name", { maximum: 200, isRequired: true }),
    checkText(service, "service", { maximum: 300, isRequired: true }),
  );
  if (faults.length) return refused(...faults);
  const id = newId();
  const operation = "serviceProviderCreate";
  const isNew = await unitOfWork(actorOf(viewer, "GOVERNANCE"), async (unit) => {
    const [made] = await unit.run(
      sql`insert into service_providers (id, name, service) values (${id}::uuid, ${name.trim()}, ${service.trim()})
        on conflict (name) do nothing`,
    );
    if (!made?.rowCount) return false;
    const entry = { action: "WRITE", operation, kind: "GOVERNANCE", subjectIds: [id] } as const;
    await unit.run(entryOf(viewer, { ...entry, fields: ["name", "service"] }));
    return true;
  });
  if (!isNew) return refused(userError("ALREADY_EXISTS", "name", "A provider has this name."));
  const serviceProvider = await readOne<ServiceProvider>(
    viewer,
    serviceProviderShape,
    operation,
    id,
  );
  return { serviceProvider, userErrors: [] };
}
