// A large answer is put together in pieces: after so many rows of it, whoever else waits has a turn.
import { TURN_FROM } from "../../limits/turns";
import type { Context } from "../context";
import { RowPage } from "./row-page";

/** About a millisecond's work. */
const ROWS_AT_ONCE = 100;

type Pieces = { rows: number; begun: Promise<void> };
const piecesOf = new WeakMap<object, Pieces>();

/** What was found, when it is its piece's turn. Of an answer that isn't large, as it came. */
export function inPieces(context: Context, found: unknown): unknown {
  return context.budget.cost < TURN_FROM ? found : inItsPiece(context.viewer, found);
}

async function inItsPiece(viewer: object, found: unknown): Promise<unknown> {
  const page = await found;
  if (page instanceof RowPage) await pieceFor(viewer, page.nodes.length);
  return page;
}

function pieceFor(viewer: object, rows: number): Promise<void> {
  const pieces = piecesOf.get(viewer) ?? { rows: 0, begun: Promise.resolve() };
  piecesOf.set(viewer, pieces);
  if (pieces.rows > 0 && pieces.rows + rows > ROWS_AT_ONCE) {
    pieces.begun = pieces.begun.then(afterOthers);
    pieces.rows = 0;
  }
  pieces.rows += rows;
  return pieces.begun;
}

const afterOthers = () => new Promise<void>((done) => setTimeout(done, 1));
