// Words of the privacy screens, in English.
export const privacy = {
  title: "",
};
