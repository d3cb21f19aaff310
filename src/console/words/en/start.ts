// Words of the start screens, in English.
export const start = {
  title: "Today",
};
