// A sentence with {slots} that are more than text, such as a link: the words keep its order, the page says what stands
// in the slots.
import { Fragment, type ReactNode } from "react";

type SlottedProps = { text: string; slots: Record<string, ReactNode> };

export const Slotted = ({ text, slots }: SlottedProps) =>
  // every second piece is a slot's name
  text
    .split(/\{(\w+)\}/)
    .map((piece, place) => (
      <Fragment key={place}>{place % 2 === 0 ? piece : (slots[piece] ?? `{${piece}}`)}</Fragment>
    ));
