// A screen as the frame knows it: where it is, what it asks, and how it is loaded. It is offered to whoever gets an
// answer to all that it asks; nothing else decides.
import type { ComponentType } from "react";
import { mayAsk, type AnyDocument, type Audience } from "../api/document";
import type { IconName } from "../design/icons";

export type ScreenModule = { Screen: ComponentType };

export type Screen = {
  /** Below /console or /portal, as the router writes it: «customers/:id». */
  path: string;
  asks: readonly Pick<AnyDocument, "audiences">[];
  load(): Promise<ScreenModule>;
  /** In the navigation, and in the palette's «go to». */
  entry?: { title: string; icon: IconName; group?: string };
};

export const isOfferedTo = (audience: Audience, { asks }: Screen) =>
  asks.every((document) => mayAsk(audience, document));

/** What the palette finds: records by the beginning of a name or by a whole address. */
export type Hit = { id: string; title: string; detail?: string; to: string };
export type Search = {
  asks: Pick<AnyDocument, "audiences">;
  title: string;
  find(text: string, signal: AbortSignal): Promise<Hit[]>;
};

/** What the palette does, beside going somewhere. */
export type Command = { asks: Pick<AnyDocument, "audiences">; title: string; to: string };
