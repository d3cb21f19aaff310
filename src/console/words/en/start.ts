// Words of the console's first page, in English.
export const start = {
  title: "Today",
  greeting: (name: string, day: string) => `${name} · ${day}`,
};
