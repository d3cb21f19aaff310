// What a resolver is given beside its arguments: who asks.
import type { Viewer } from "../viewer/viewer";

export type Context = { viewer: Viewer };
