// A page of rows as a connection. Cursors are made, and the whole list counted, where somebody asks for it.
import type { RecordShape } from "../../access/record";
import type { Viewer } from "../../viewer/viewer";
import { cursorOf } from "../cursor";
import type { ConnectionOf, Order } from "../page";

export type Row = { id: string } & Record<string, unknown>;
type List = { viewer: Viewer; shape: RecordShape; operation: string; order: Order };

export class RowPage<T> implements ConnectionOf<T> {
  readonly nodes: (T & Row)[];
  private readonly isCutOff: boolean;
  private counted: Promise<number> | undefined;

  /** `rows`: one more than `first`, where the list goes on. */
  constructor(
    private readonly list: List,
    rows: (T & Row)[],
    first: number,
    private readonly countRows: () => Promise<number>,
  ) {
    this.isCutOff = rows.length > first;
    this.nodes = this.isCutOff ? rows.slice(0, first) : rows;
  }

  /** Once, also where the whole operation is asked again by the other lane. */
  count(): Promise<number> {
    this.counted ??= this.countRows();
    return this.counted;
  }

  get edges() {
    return this.nodes.map((node) => ({ node, cursor: this.cursorAt(node) }));
  }

  get pageInfo() {
    const last = this.nodes.at(-1);
    const cursorAt = () => last && this.cursorAt(last);
    return {
      hasNextPage: this.isCutOff,
      get endCursor() {
        return cursorAt() ?? null;
      },
    };
  }

  private cursorAt(node: Row): string {
    const { viewer, shape, operation, order } = this.list;
    const value = order.property === "id" ? null : String(node[order.property]);
    return cursorOf(viewer, operation + shape.type, order, { value, id: node.id });
  }
}
