// What a resolver is given beside its arguments: who asks, and from where.
import type { Caller } from "../viewer/caller";
import type { Viewer } from "../viewer/viewer";

export type Context = { viewer: Viewer; caller: Caller };
