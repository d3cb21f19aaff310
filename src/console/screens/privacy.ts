// Screens, searches and commands of privacy.
import type { Command, Screen, Search } from "../app/screen";

export const usePrivacyScreens = (): Screen[] => [];
export const usePrivacySearches = (): Search[] => [];
export const usePrivacyCommands = (): Command[] => [];
