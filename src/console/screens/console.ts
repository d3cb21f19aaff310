// All screens of the console, in the order of its navigation. Each audience is offered those that it gets answers for.
import { useConsoleWords, useSharedWords } from "../words/words";
import type { Command, Screen, Search } from "../app/screen";
import { useMarketingCommands, useMarketingScreens, useMarketingSearches } from "./marketing";
import { useOperatorCommands, useOperatorScreens, useOperatorSearches } from "./operator";
import { usePrivacyCommands, usePrivacyScreens, usePrivacySearches } from "./privacy";
import { useSupportCommands, useSupportScreens, useSupportSearches } from "./support";

export function useConsoleScreens(): Screen[] {
  const { frame } = useSharedWords();
  const { start } = useConsoleWords();
  return [
    {
      path: "",
      asks: [],
      load: () => import("../start/start-screen"),
      entry: { title: start.title, icon: "home" },
    },
    ...useSupportScreens(),
    ...useMarketingScreens(),
    ...usePrivacyScreens(),
    ...useOperatorScreens(),
    {
      path: "account",
      asks: [],
      load: () => import("../account/account-screen"),
      entry: { title: frame.account, icon: "person", group: frame.you },
    },
    {
      path: "graphiql",
      asks: [],
      load: () => import("../graphiql/leave-for-graphiql"),
      entry: { title: frame.graphiql, icon: "code", group: frame.you },
    },
  ];
}

export const useConsoleSearches = (): Search[] => [
  ...useSupportSearches(),
  ...useMarketingSearches(),
  ...usePrivacySearches(),
  ...useOperatorSearches(),
];

export const useConsoleCommands = (): Command[] => [
  ...useSupportCommands(),
  ...useMarketingCommands(),
  ...usePrivacyCommands(),
  ...useOperatorCommands(),
];
