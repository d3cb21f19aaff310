// Descriptions that say who sees a part of the schema, and of personal data which category it is and on which bases we
// hold it: read from the doors, the marks and the register, so that they can't say anything else.
import type { GraphQLSchema } from "graphql";
import type { Access } from "../access/fragment";
import { coordinatesOf } from "../access/places";
import { propertiesOfField, shapeOf } from "../access/record";
import { nameOf, settle } from "../access/settle";
import { snakeCase } from "../database/sql";
import { categoryOf, isPersonal } from "../lawfulness/personal-data";
import { basesInWords } from "../lawfulness/processing-record";
import { PROCESSING_REGISTER, type SubjectKind } from "../lawfulness/register";
import { type Audience, AUDIENCES } from "../viewer/audience";
import type { Kind } from "../viewer/purpose";
import { audienceSchema } from "./audience-schema";
import { remake } from "./remake";

export type DescribedSchemas = { full: GraphQLSchema; audiences: Map<Audience, GraphQLSchema> };

/** The whole schema and those of all audiences, each part described with who sees it. */
export function describedSchemas(fullSchema: GraphQLSchema, access: Access): DescribedSchemas {
  const schemas = new Map(
    AUDIENCES.map((audience) => [audience, audienceSchema(fullSchema, access, audience)]),
  );
  const places = new Map([...schemas].map(([each, schema]) => [each, coordinatesOf(schema)]));
  const describe = (coordinate: string, description: string) => {
    const seeing = AUDIENCES.filter((audience) => places.get(audience)?.has(coordinate));
    const seenBy = `Seen by: ${inWords(coordinate, access, seeing)}.`;
    return [description, personalData(coordinate), seenBy].filter(Boolean).join("\n\n");
  };
  return {
    full: remake(fullSchema, { describe }),
    audiences: new Map([...schemas].map(([each, schema]) => [each, remake(schema, { describe })])),
  };
}

/** «SUPPORT, MARKETING», and where a rule is asked for each row, its name. */
function inWords(coordinate: string, { tree }: Access, seeing: Audience[]): string {
  const [type = "", field = ""] = coordinate.split(".");
  const rule = tree[type]?.[field];
  const conditionOf = (audience: Audience) => {
    const verdict = rule === undefined || settle(rule, audience);
    return typeof verdict === "boolean" ? "" : ` where ${nameOf(verdict)}`;
  };
  const named = seeing.map((audience) => `${audience}${conditionOf(audience)}`);
  if (named.length === 0) return "nobody";
  return named.join() === AUDIENCES.join() ? "everyone" : named.join(", ");
}

/** Records that the register has under the person whom they are about. */
const SUBJECT_OF: Partial<Record<Kind, SubjectKind>> = {
  ACCOUNT_ADMINISTRATOR: "PLATFORM_USER",
  ACTIVITY: "PLATFORM_USER",
  INTERACTION: "PROSPECT",
};

/** Of a field of a record that shows personal columns; empty for any other. */
function personalData(coordinate: string): string {
  const [type = "", field = ""] = coordinate.split(".");
  const shape = shapeOf(type);
  if (!shape) return "";
  const columns = propertiesOfField(type, field).map(snakeCase);
  const categories = new Set(columns.map((column) => categoryOf(shape.table, column)));
  const personal = [...categories].filter((category) => isPersonal(category));
  if (!personal.length) return "";
  const subject = SUBJECT_OF[shape.kind] ?? shape.kind;
  const bases = PROCESSING_REGISTER.find(({ kind }) => kind === subject)?.bases;
  const why = bases ? ` Bases: ${basesInWords(bases)}.` : "";
  return `Personal data: ${personal.join(", ")}.${why}`;
}
