// What one audience sees of the whole schema: the fields that its verdicts open, and of everything else what those
// need. A type dies when nothing of it is seen, and takes along what returns or takes it, to a fixed point.
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from "graphql";
import type { Access } from "../access/fragment";
import { settle } from "../access/settle";
import type { Audience } from "../viewer/audience";

export type Sight = {
  sees: (coordinate: string) => boolean;
  /** Implementors of the interfaces that are returned somewhere; no field need name them. */
  implementors: readonly string[];
};

export function sightOf(schema: GraphQLSchema, access: Access, audience: Audience): Sight {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const dead = new Set<string>();
  const opened = new Map<string, boolean>();

  const lives = (type: GraphQLNamedType) => !dead.has(type.name);
  const isOpen = (coordinate: string) => {
    const rule = access.coordinates[coordinate];
    return rule === undefined || settle(rule, audience) !== false;
  };
  /** The verdict of an object field. A field without one is not seen. */
  function isOpenField(type: string, field: string): boolean {
    const known = opened.get(`${type}.${field}`);
    if (known !== undefined) return known;
    const rule = access.tree[type]?.[field];
    const open = rule !== undefined && settle(rule, audience) !== false;
    opened.set(`${type}.${field}`, open);
    return open;
  }

  const livingObjects = (type: GraphQLInterfaceType) => schema.getPossibleTypes(type).filter(lives);

  const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType) =>
    Object.values(type.getFields()).filter((field) => seesField(type, field));

  function seesField(
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: GraphQLField<unknown, unknown>,
  ): boolean {
    if (!lives(getNamedType(field.type))) return false;
    if (field.args.some((arg) => isRequiredArgument(arg) && !lives(getNamedType(arg.type))))
      return false;
    return isObjectType(type)
      ? isOpenField(type.name, field.name)
      : livingObjects(type).every((each) => seesField(each, each.getFields()[field.name]!));
  }

  function seesArgument(
    type: GraphQLObjectType | GraphQLInterfaceType,
    field: string,
    name: string,
  ): boolean {
    const argument = type.getFields()[field]?.args.find((each) => each.name === name);
    if (!argument || !lives(getNamedType(argument.type))) return false;
    return isObjectType(type)
      ? isOpen(`${type.name}.${field}(${name}:)`)
      : livingObjects(type).every((each) => seesArgument(each, field, name));
  }

  function canLive(type: GraphQLNamedType): boolean {
    if (isObjectType(type)) return fieldsOf(type).length > 0;
    if (isInterfaceType(type)) return livingObjects(type).length > 0;
    if (isUnionType(type)) return type.getTypes().some(lives);
    if (isEnumType(type))
      return type.getValues().some(({ name }) => isOpen(`${type.name}.${name}`));
    if (!isInputObjectType(type)) return true;
    const inputs = Object.values(type.getFields());
    return (
      inputs.some((each) => seesInput(type.name, each.name)) &&
      inputs.every((each) => !isRequiredInputField(each) || lives(getNamedType(each.type)))
    );
  }

  function seesInput(typeName: string, name: string): boolean {
    const type = schema.getType(typeName);
    const input = isInputObjectType(type) ? type.getFields()[name] : undefined;
    return !!input && isOpen(`${typeName}.${name}`) && lives(getNamedType(input.type));
  }

  /** An interface shows more the fewer implementors live, so it is judged only when nothing else dies. */
  const showsNothing = (type: GraphQLNamedType) =>
    isInterfaceType(type) && fieldsOf(type).length === 0;
  const dying = () => {
    const now = types.filter((type) => lives(type) && !canLive(type));
    return now.length ? now : types.filter((type) => lives(type) && showsNothing(type));
  };
  for (let now = dying(); now.length > 0; now = dying()) for (const { name } of now) dead.add(name);

  function sees(coordinate: string): boolean {
    const [typeName = "", name, argument] = coordinate.split(/[.(:]/);
    const type = schema.getType(typeName);
    if (!type || !lives(type)) return false;
    if (name === undefined) return true;
    if (isObjectType(type) || isInterfaceType(type)) {
      const field = type.getFields()[name];
      if (!field || !seesField(type, field)) return false;
      return argument === undefined || seesArgument(type, name, argument);
    }
    return isInputObjectType(type) ? seesInput(typeName, name) : isOpen(coordinate);
  }

  return { sees, implementors: returnedImplementors() };

  /** Walks what is returned, from the roots. */
  function returnedImplementors(): string[] {
    const found = new Set<string>();
    const walked = new Set<GraphQLNamedType>();
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const next: GraphQLNamedType[] = roots.filter((root) => !!root).filter(lives);
    for (let type = next.pop(); type; type = next.pop()) {
      if (walked.has(type) || !isCompositeType(type)) continue;
      walked.add(type);
      if (isAbstractType(type)) next.push(...schema.getPossibleTypes(type).filter(lives));
      if (isInterfaceType(type)) for (const { name } of livingObjects(type)) found.add(name);
      if (!isUnionType(type)) next.push(...fieldsOf(type).map((field) => getNamedType(field.type)));
    }
    return [...found];
  }
}
