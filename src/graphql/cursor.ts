// Cursors: opaque, and bound to who asks and how the list is sorted, by a mac under a key of this installation.
import { argumentError } from "../errors/operation-error";
import { keyedHash, matches } from "../keys/hash-keys";
import type { Viewer } from "../viewer/viewer";
import type { Order } from "./page";

export type Position = { value: string | null; id: string };

export function cursorOf(viewer: Viewer, list: string, order: Order, position: Position): string {
  const body = JSON.stringify([position.value, position.id]);
  return Buffer.concat([macOf(viewer, list, order, body), Buffer.from(body)]).toString("base64url");
}

/** Where a cursor stands. Throws BAD_USER_INPUT for one that was not made for this list and viewer. */
export function positionOf(viewer: Viewer, list: string, order: Order, cursor: string): Position {
  const bytes = Buffer.from(cursor, "base64url");
  const body = bytes.subarray(MAC_LENGTH).toString();
  const mac = macOf(viewer, list, order, body);
  if (bytes.length <= MAC_LENGTH || !matches(mac, bytes.subarray(0, MAC_LENGTH))) {
    throw argumentError(
      "after",
      "The argument after is no cursor of this list. Take endCursor of the page before, with the same order.",
    );
  }
  const [value, id] = JSON.parse(body) as [string | null, string];
  return { value, id };
}

const MAC_LENGTH = 12;

const macOf = (viewer: Viewer, list: string, order: Order, body: string) =>
  keyedHash(
    "cursor",
    JSON.stringify([
      viewer.audience,
      viewer.customerId,
      viewer.serviceProviderId,
      list,
      order.property,
      order.isDescending,
    ]),
    body,
  ).subarray(0, MAC_LENGTH);
