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
  users: {
    title: "Plattformnutzer",
    about:
      "Einzelne, die die Plattform für einen Kunden nutzen. Adressen bleiben verdeckt, bis man sie aufdeckt.",
    empty: "Noch kein Plattformnutzer. Die Kontoverwaltung eines Kunden lädt sie ein.",
    name: "Name",
    nameStartsWith: "Name beginnt mit",
    wholeAddress: "Eine Adresse findet man nur ganz.",
    customer: "Kunde",
    role: "Rolle",
    state: "Stand",
    jobTitle: "Stelle",
    phone: "Telefon",
    createdAt: "Seit",
    deactivatedAt: "Stillgelegt",
  },
};
