// Screens, searches and commands of marketing.
import type { Command, Screen, Search } from "../app/screen";

export const useMarketingScreens = (): Screen[] => [];
export const useMarketingSearches = (): Search[] => [];
export const useMarketingCommands = (): Command[] => [];
