// Words of the operator screens, in English.
export const operator = {
  title: "",
};
