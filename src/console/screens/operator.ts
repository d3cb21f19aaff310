// Screens, searches and commands of operator.
import type { Command, Screen, Search } from "../app/screen";

export const useOperatorScreens = (): Screen[] => [];
export const useOperatorSearches = (): Search[] => [];
export const useOperatorCommands = (): Command[] => [];
