// A client is made with what its audience needs and nothing else: a provider with an agreement in force, an active customer,
// or a source of ours; the purposes, networks and time that it may act within; and its first secret.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { type Fragment, raw, sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkText, notFound, refusals } from "../graphql/input";
import { DateTime } from "../graphql/scalars";
import type { UserError } from "../graphql/user-error";
import { PurposeType } from "../lawfulness/purpose-type";
import type { Purpose } from "../lawfulness/purposes";
import { actorOf } from "../viewer/actor";
import { newClientSecret } from "../viewer/clients/secret";
import type { Viewer } from "../viewer/viewer";
import { ClientAudience } from "./api-client";
import {
  CLIENT_DAYS,
  expiryFault,
  networksFault,
  noAgreement,
  reachFaults,
  scopesFault,
} from "./checks";
import { secretInsert } from "./insert-secret";
import { type ApiClientSecretPayload, clientNow, refused } from "./payload";
import "../customers/scope";
import "../service-providers/scope";

@InputType({ description: "The client to make." })
export class ApiClientCreateInput {
  @Field(() => String, { description: "Its name, up to 200 characters." })
  name!: string;

  @Field(() => ClientAudience, { description: "What it shall act as." })
  audience!: ClientAudience;

  @Field(() => ID, {
    nullable: true,
    description: "For CONTACT_SYNC: a provider with an agreement in force.",
  })
  serviceProviderId?: string | null;

  @Field(() => ID, { nullable: true, description: "For CONNECTOR: an active customer." })
  customerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For INTAKE: where its records come from, in capitals, such as WEBSITE.",
  })
  source?: string | null;

  @Field(() => [PurposeType], {
    nullable: true,
    description: "The purposes it may act for. Nothing: all that its audience acts for.",
  })
  scopes?: Purpose[] | null;

  @Field(() => [String], {
    defaultValue: [],
    description: "The networks it may call from, such as 203.0.113.0/24. None: from anywhere.",
  })
  networks!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether its secret may be sent as it stands, in place of an access token.",
  })
  mayUseKey!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: `Until when it may act: ${CLIENT_DAYS.usual} days where nothing is said, ${CLIENT_DAYS.maximum} at the most.`,
  })
  expiresAt?: string | null;
}

export async function apiClientCreate(
  viewer: Viewer,
  input: ApiClientCreateInput,
): Promise<ApiClientSecretPayload> {
  const faults = refusals(
    checkText(input.name, "name", { maximum: 200, isRequired: true }),
    ...reachFaults(input),
    scopesFault(input),
    networksFault(input.networks),
    expiryFault(input.expiresAt),
  );
  if (faults.length) return refused(...faults);
  const id = newId();
  const secret = newClientSecret();
  const operation = "apiClientCreate";
  const fault = await unitOfWork(actorOf(viewer, "API_CLIENT"), async (unit) => {
    const missing = await missingReach(viewer, unit, input);
    if (missing) return missing;
    const entry = { action: "WRITE", operation, kind: "API_CLIENT", subjectIds: [id] } as const;
    await unit.run(
      clientInsert(viewer, id, input),
      secretInsert(id, secret),
      entryOf(viewer, entry),
    );
    return null;
  });
  return fault ? refused(fault) : { ...(await clientNow(viewer, operation, id)), secret };
}

/** Whom it would ask for has to be within reach, and still there. */
async function missingReach(
  viewer: Viewer,
  unit: Unit,
  { serviceProviderId, customerId }: ApiClientCreateInput,
): Promise<UserError | null> {
  const exists = async (table: string, id: string, condition: Fragment) => {
    const [found] = await unit.run(
      sql`select from ${raw(table)} where ${reachOf(viewer, table)} and id = ${id}::uuid and ${condition}`,
    );
    return found?.rowCount === 1;
  };
  if (serviceProviderId && !(await exists("service_providers", serviceProviderId, raw("true")))) {
    return noAgreement();
  }
  if (customerId && !(await exists("customers", customerId, raw("state = 'ACTIVE'")))) {
    return notFound("customerId");
  }
  return null;
}

const clientInsert = (viewer: Viewer, id: string, input: ApiClientCreateInput): Fragment =>
  sql`insert into api_clients
      (id, audience, name, service_provider_id, customer_id, source, scopes, networks, may_use_key, expires_at, created_by)
    values (${id}::uuid, ${input.audience}::client_audience, ${input.name.trim()}, ${input.serviceProviderId ?? null}::uuid,
      ${input.customerId ?? null}::uuid, ${input.source ?? null}, ${input.scopes ?? null}::purpose[],
      array(select network(n::inet)::cidr from unnest(${input.networks}::text[]) n), ${input.mayUseKey},
      coalesce(${input.expiresAt ?? null}::timestamptz, decision_time() + make_interval(days => ${CLIENT_DAYS.usual}::integer)),
      ${viewer.id}::uuid)`;
