// Words of the marketing screens, in English.
export const marketing = {
  title: "",
};
