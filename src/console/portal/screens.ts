// All screens of the portal, in the order of its navigation.
import type { Command, Screen, Search } from "../app/screen";
import { usePortalWords, useSharedWords } from "../words/words";

export function usePortalScreens(): Screen[] {
  const { frame } = useSharedWords();
  const { portal } = usePortalWords();
  return [
    {
      path: "",
      asks: [],
      load: () => import("./start-screen"),
      entry: { title: portal.title, icon: "home" },
    },
    {
      path: "account",
      asks: [],
      load: () => import("../account/account-screen"),
      entry: { title: frame.account, icon: "person", group: frame.you },
    },
  ];
}

export const usePortalSearches = (): Search[] => [];
export const usePortalCommands = (): Command[] => [];
