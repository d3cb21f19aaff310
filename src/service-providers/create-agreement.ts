// An agreement says which kinds of record a provider may receive, and what for; the register has to know each of them.
// It is in force from the moment that it is recorded.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, notFound } from "../graphql/input";
import { readOne } from "../graphql/reads/rows";
import { UserError, userError } from "../graphql/user-error";
import { PurposeType } from "../lawfulness/purpose-type";
import type { Purpose } from "../lawfulness/purposes";
import { PROCESSING_REGISTER, type SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { agreementShape, ProviderAgreement } from "./service-provider";
import { ListSize } from "../limits/declared-cost";

@InputType({ description: "What a provider may receive from now on." })
export class ProviderAgreementCreateInput {
  @Field(() => ID, { description: "The provider." })
  serviceProviderId!: string;

  @Field(() => [SubjectKindType], { description: "The kinds of record that it covers." })
  kinds!: SubjectKind[];

  @Field(() => [PurposeType], { description: "The purposes that it covers." })
  purposes!: Purpose[];
}

@ObjectType({ simpleResolvers: true, description: "The agreement after it was made." })
export class ProviderAgreementCreatePayload {
  @Field(() => ProviderAgreement, { nullable: true, description: "The agreement." })
  agreement!: ProviderAgreement | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why there is none." })
  userErrors!: UserError[];
}

const refused = (fault: UserError): ProviderAgreementCreatePayload => ({
  agreement: null,
  userErrors: [fault],
});

export async function providerAgreementCreate(
  viewer: Viewer,
  { serviceProviderId, ...terms }: ProviderAgreementCreateInput,
): Promise<ProviderAgreementCreatePayload> {
  const wrong = checkId(serviceProviderId, "serviceProviderId") ?? termsFault(terms);
  if (wrong) return refused(wrong);
  const id = newId();
  const operation = "providerAgreementCreate";
  const isMade = await unitOfWork(actorOf(viewer, "GOVERNANCE"), async (unit) => {
    const [made] = await unit.run(
      sql`insert into provider_agreements (id, service_provider_id, kinds, purposes)
        select ${id}::uuid, id, ${[...new Set(terms.kinds)]}::subject_kind[], ${[...new Set(terms.purposes)]}::purpose[]
        from service_providers where ${reachOf(viewer, "service_providers")} and id = ${serviceProviderId}::uuid`,
    );
    if (!made?.rowCount) return false;
    const entry = { action: "WRITE", operation, kind: "GOVERNANCE", subjectIds: [id] } as const;
    await unit.run(entryOf(viewer, { ...entry, fields: ["kinds", "purposes"] }));
    return true;
  });
  if (!isMade) return refused(notFound("serviceProviderId"));
  const agreement = await readOne<ProviderAgreement>(viewer, agreementShape, operation, id);
  return { agreement, userErrors: [] };
}

type Terms = Pick<ProviderAgreementCreateInput, "kinds" | "purposes">;

/** Every kind needs a purpose among those named, and every purpose a kind. */
function termsFault({ kinds, purposes }: Terms): UserError | null {
  const isKindFit = (kind: SubjectKind) => purposes.some((purpose) => isHeldFor(kind, purpose));
  const isPurposeFit = (purpose: Purpose) => kinds.some((kind) => isHeldFor(kind, purpose));
  if (kinds.length && kinds.every(isKindFit) && purposes.every(isPurposeFit)) return null;
  return userError(
    "INVALID",
    purposes.length ? "kinds" : "purposes",
    "Name kinds of record with purposes that we hold them for. The register lists them.",
  );
}

const isHeldFor = (asked: SubjectKind, purpose: Purpose): boolean =>
  PROCESSING_REGISTER.some(({ kind, bases }) => kind === asked && bases[purpose] !== undefined);
