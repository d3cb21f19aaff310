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
  users: {
    title: "Platform users",
    about: "Individuals who use the platform for a customer. Addresses stay masked until revealed.",
    empty: "No platform user yet. A customer's account administrator invites them.",
    name: "Name",
    nameStartsWith: "Name begins with",
    wholeAddress: "An address is found only whole.",
    customer: "Customer",
    role: "Role",
    state: "State",
    jobTitle: "Job title",
    phone: "Phone",
    createdAt: "Since",
    deactivatedAt: "Deactivated",
  },
};
