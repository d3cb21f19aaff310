// Words of the support screens, in English.
export const support = {
  customers: {
    title: "Customers",
    about: "Companies that have a contract with us.",
    empty: "No customer yet. An operator creates the first one.",
    name: "Name",
    nameStartsWith: "Name begins with",
    state: "State",
    country: "Country",
    createdAt: "Since",
  },
};
