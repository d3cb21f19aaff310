// Texts with {slots}. Which slots a text has is known to the compiler, so none is forgotten or misspelt.

type SlotsIn<Text> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsIn<Rest>
  : never;

type TextsOf<Entry> =
  | (Entry extends { message: infer Message } ? Message : never)
  | (Entry extends { headers: infer Headers } ? Headers[keyof Headers] : never);

export type Values = Readonly<Record<string, string | number>>;

/** The values that an entry of the catalogue asks for, as the rest of a parameter list: none where it has no slot. */
export type ValuesOf<Entry> = [SlotsIn<TextsOf<Entry>>] extends [never]
  ? []
  : [values: Readonly<Record<SlotsIn<TextsOf<Entry>>, string | number>>];

export const fill = (template: string, values: Values = {}): string =>
  template.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
