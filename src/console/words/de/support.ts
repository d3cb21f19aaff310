// Words of the support screens, in German.
import type { support as english } from "../en/support";

export const support: typeof english = {
  customers: {
    title: "Kunden",
    about: "Unternehmen, die einen Vertrag mit uns haben.",
    empty: "Noch kein Kunde. Der Betrieb legt den ersten an.",
    name: "Name",
    nameStartsWith: "Name beginnt mit",
    state: "Stand",
    country: "Land",
    createdAt: "Seit",
  },
};
