// Screens, searches and commands of support, and of whoever else sees customers.
import { ask } from "../api/ask";
import type { Command, Screen, Search } from "../app/screen";
import {
  ActivitiesOfCustomer,
  CustomerForSupport,
  Customers,
  UsersOfCustomer,
} from "../customers/customers.documents";
import {
  ActivitiesForSupport,
  PlatformUserForSupport,
  PlatformUsersForSupport,
} from "../platform-users/platform-users.documents";
import { useConsoleWords } from "../words/words";

const HITS = 6;

export function useSupportScreens(): Screen[] {
  const { support } = useConsoleWords();
  return [
    {
      path: "customers",
      asks: [Customers],
      load: () => import("../customers/customers-screen"),
      entry: { title: support.customers.title, icon: "building" },
    },
    {
      path: "customers/:id",
      asks: [CustomerForSupport, ActivitiesOfCustomer],
      load: () => import("../customers/customer-for-support-screen"),
    },
    {
      path: "customers/:id/users",
      asks: [CustomerForSupport, UsersOfCustomer],
      load: () => import("../customers/users-of-customer-screen"),
    },
    {
      path: "users",
      asks: [PlatformUsersForSupport],
      load: () => import("../platform-users/platform-users-screen"),
      entry: { title: support.users.title, icon: "people" },
    },
    {
      path: "users/:id",
      asks: [PlatformUserForSupport, ActivitiesForSupport],
      load: () => import("../platform-users/platform-user-screen"),
    },
  ];
}

export function useSupportSearches(): Search[] {
  const { support } = useConsoleWords();
  return [
    {
      asks: Customers,
      title: support.customers.title,
      find: async (text, signal) => {
        const filter = { nameStartsWith: text };
        const variables = { first: HITS, filter, orderBy: "NAME" } as const;
        const { customers } = await ask(Customers, variables, { signal });
        return customers.nodes.map(({ id, name, country }) => ({
          id,
          title: name,
          detail: country,
          to: `/customers/${id}`,
        }));
      },
    },
    {
      asks: PlatformUsersForSupport,
      title: support.users.title,
      find: async (text, signal) => {
        const filter = text.includes("@") ? { emailAddress: text } : { nameStartsWith: text };
        const variables = { first: HITS, filter, orderBy: "NAME" } as const;
        const { platformUsers } = await ask(PlatformUsersForSupport, variables, { signal });
        return platformUsers.nodes.map(({ id, name, customer }) => ({
          id,
          title: name,
          detail: customer?.name ?? "",
          to: `/users/${id}`,
        }));
      },
    },
  ];
}

export const useSupportCommands = (): Command[] => [];
