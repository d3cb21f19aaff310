// What a field offers, from its words by value.
export type Choice = { value: string; title: string };

export const choicesOf = (titles: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(titles).map(([value, title]) => ({ value, title }));
