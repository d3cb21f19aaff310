// Screens, searches and commands of support, and of whoever else sees customers.
import type { Command, Screen, Search } from "../app/screen";
import { Customers } from "../customers/customers.documents";
import { useConsoleWords } from "../words/words";

export function useSupportScreens(): Screen[] {
  const { support } = useConsoleWords();
  return [
    {
      path: "customers",
      asks: [Customers],
      load: () => import("../customers/customers-screen"),
      entry: { title: support.customers.title, icon: "building" },
    },
  ];
}

export const useSupportSearches = (): Search[] => [];
export const useSupportCommands = (): Command[] => [];
