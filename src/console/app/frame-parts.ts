// What the frame offers this viewer: screens, searches and commands.
import { createContext, useContext } from "react";
import type { Command, Screen, Search } from "./screen";

export type Parts = {
  screens: readonly Screen[];
  searches: readonly Search[];
  commands: readonly Command[];
};

const Context = createContext<Parts>({ screens: [], searches: [], commands: [] });

export const FrameParts = Context.Provider;
export const useFrameParts = (): Parts => useContext(Context);
