// Words of the portal's screens, in English.
export const customersPeople = {
  title: "Today",
};
