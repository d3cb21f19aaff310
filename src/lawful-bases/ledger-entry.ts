// A row of the ledger of bases, as people read it.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { raw } from "../database/sql";
import { DateTime } from "../graphql/scalars";
import { proofAsJson, type SealedProof } from "../lawfulness/evidence";
import { LawfulBasisType, PurposeType } from "../lawfulness/purpose-type";
import type { LawfulBasis, Purpose } from "../lawfulness/purposes";

export enum BasisTransition {
  ESTABLISHED = "ESTABLISHED",
  CONFIRMED = "CONFIRMED",
  WITHDRAWN = "WITHDRAWN",
  OBJECTED = "OBJECTED",
  RESTRICTED = "RESTRICTED",
  LIFTED = "LIFTED",
  CONTRACT_ENDED = "CONTRACT_ENDED",
  EXPIRED = "EXPIRED",
  SUPERSEDED = "SUPERSEDED",
  IMPORT_UNDONE = "IMPORT_UNDONE",
}
registerEnumType(BasisTransition, {
  name: "BasisTransition",
  description: "What a row of the ledger says.",
  valuesConfig: {
    ESTABLISHED: { description: "A basis begins." },
    CONFIRMED: { description: "A basis goes on, or an objection was decided for the person." },
    WITHDRAWN: { description: "The person took a consent back (GDPR Art. 7(3))." },
    OBJECTED: { description: "The person objected to a purpose (GDPR Art. 21)." },
    RESTRICTED: { description: "Processing is restricted (GDPR Art. 18)." },
    LIFTED: { description: "A restriction, or an objection that grounds of ours override, ended." },
    CONTRACT_ENDED: { description: "The contract ended." },
    EXPIRED: { description: "The basis ran out." },
    SUPERSEDED: { description: "Another basis took its place." },
    IMPORT_UNDONE: { description: "The import that brought it was undone." },
  },
});

export enum BasisGround {
  UNTIL_INFORMED = "UNTIL_INFORMED",
  EXISTING_CUSTOMER = "EXISTING_CUSTOMER",
  INVOICES = "INVOICES",
  ACCURACY_CONTESTED = "ACCURACY_CONTESTED",
  PROCESSING_UNLAWFUL = "PROCESSING_UNLAWFUL",
  NEEDED_FOR_CLAIMS = "NEEDED_FOR_CLAIMS",
}
registerEnumType(BasisGround, {
  name: "BasisGround",
  description: "Why a row of the ledger is as it is.",
  valuesConfig: {
    UNTIL_INFORMED: { description: "Holds until the person was told, 30 days at most (Art. 14)." },
    EXISTING_CUSTOMER: { description: "An existing customer (ePrivacy Directive Art. 13(2))." },
    INVOICES: { description: "Tax law keeps an invoice's number, date and name, nothing else." },
    ACCURACY_CONTESTED: { description: "The person says that the data is wrong (Art. 18(1)(a))." },
    PROCESSING_UNLAWFUL: { description: "Unlawful, and not to be erased (Art. 18(1)(b))." },
    NEEDED_FOR_CLAIMS: { description: "The person needs it for legal claims (Art. 18(1)(c))." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A row of the ledger of bases." })
export class LawfulBasisEntry {
  @Field(() => ID, { description: "The row." })
  id!: string;

  @Field(() => PurposeType, { nullable: true, description: "What for; null for all of them." })
  purpose!: Purpose | null;

  @Field(() => LawfulBasisType, {
    nullable: true,
    description: "On which basis; null where a row is about all of them.",
  })
  lawfulBasis!: LawfulBasis | null;

  @Field(() => BasisTransition, { description: "What the row says." })
  transition!: BasisTransition;

  @Field(() => ID, { nullable: true, description: "The earlier row that it is about." })
  concerns!: string | null;

  @Field(() => BasisGround, { nullable: true, description: "Why." })
  ground!: BasisGround | null;

  @Field(() => DateTime, { description: "Since when it holds." })
  effectiveAt!: string;

  @Field(() => DateTime, { nullable: true, description: "Until when; null without end." })
  validUntil!: string | null;

  @Field(() => DateTime, { description: "Since when we know." })
  recordedAt!: string;

  /** Sealed still; there where it was read with `provenEntryAsJson`. */
  proof?: SealedProof | null;
}

const columnsOf = (alias: string) =>
  `'id', ${alias}.id, 'purpose', ${alias}.purpose, 'lawfulBasis', ${alias}.lawful_basis,
    'transition', ${alias}.transition, 'concerns', ${alias}.concerns, 'ground', ${alias}.ground,
    'effectiveAt', ${alias}.effective_at, 'validUntil', nullif(${alias}.valid_until, 'infinity'),
    'recordedAt', ${alias}.recorded_at`;

/** A row of `lawful_bases`, under the alias given, as JSON. */
export const entryAsJson = (alias: string) => raw(`json_build_object(${columnsOf(alias)})`);

/** The same with what shows it. */
export const provenEntryAsJson = (alias: string) =>
  raw(`json_build_object(${columnsOf(alias)}, 'proof', ${proofAsJson(alias)})`);
