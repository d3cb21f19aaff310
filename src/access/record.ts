// How a GraphQL object type lies in the database: its table, the kind of purpose it is read for, the columns that
// every reader needs, and for fields without a column of their own the columns they are made of.
import { getMetadataArgsStorage } from "typeorm";
import { Node } from "../graphql/node";
import type { Kind } from "../viewer/purpose";

type Class = abstract new (...args: never[]) => object;

export type RecordShape = {
  type: string;
  table: string;
  kind: Kind;
  /** Property names read for whatever fields are asked: keys that relations and cursors need. */
  key: readonly string[];
  /** A field's properties, where it isn't a column itself. */
  madeOf: Readonly<Record<string, readonly string[]>>;
  /** Whether returning a row tells of a person, and is entered in the audit. */
  isPersonal: boolean;
  /** The property that names the person, where that isn't the row itself. */
  subject?: string;
  /** Whether `node` finds it. */
  isNode: boolean;
};

const shapes = new Map<string, RecordShape & { class: Class }>();

export function defineRecord(of: Class, shape: Omit<RecordShape, "type" | "isNode">): RecordShape {
  const whole = { type: of.name, ...shape, isNode: of.prototype instanceof Node, class: of };
  shapes.set(of.name, whole);
  return whole;
}

export const shapeOf = (type: string) => shapes.get(type);
export const allShapes = () => [...shapes.values()];

/** The properties of the entity that are columns of its table, inherited ones included. */
export function columnsOf(type: string): Set<string> {
  const of = shapes.get(type)?.class;
  const isOfIt = (target: unknown) =>
    !!of && (target === of || (typeof target === "function" && of.prototype instanceof target));
  return new Set(
    getMetadataArgsStorage()
      .columns.filter((column) => isOfIt(column.target))
      .map((column) => column.propertyName),
  );
}

/** The properties that a field of a record reads; none where it reads through a relation's key alone. */
export function propertiesOfField(type: string, field: string): readonly string[] {
  const shape = shapes.get(type);
  if (!shape) return [];
  return shape.madeOf[field] ?? (columnsOf(type).has(field) ? [field] : []);
}
