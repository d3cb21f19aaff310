// The audiences as a GraphQL enum.
import { registerEnumType } from "type-graphql";
import { type Audience, AUDIENCES } from "./audience";

export const AudienceType = Object.fromEntries(
  AUDIENCES.map((audience) => [audience, audience]),
) as Record<Audience, Audience>;

const inWords = (name: string) =>
  `${name.charAt(0)}${name.slice(1).toLowerCase().replaceAll("_", " ")}.`;

registerEnumType(AudienceType, {
  name: "Audience",
  description: "The role in which somebody acts.",
  valuesConfig: Object.fromEntries(AUDIENCES.map((name) => [name, { description: inWords(name) }])),
});
