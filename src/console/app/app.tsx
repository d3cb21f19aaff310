// The console and the portal: who is signed in decides which screens stand here.
import { useMemo } from "react";
import { createBrowserRouter, RouterProvider, type RouteObject } from "react-router";
import { useSession, type SignedIn } from "../api/session";
import { SignInPage } from "../sign-in/sign-in-page";
import { SessionOver } from "../sign-in/session-over";
import { WrongDoor } from "../sign-in/wrong-door";
import type { Language } from "../words/language";
import type { Spoken } from "../words/words";
import { Broken } from "./broken";
import { AUDIENCES_AT, type Door } from "./doors";
import { Frame } from "./frame";
import { FrameParts } from "./frame-parts";
import { House } from "./house";
import { Lost } from "./lost";
import { componentOf } from "./screen-file";
import { isOfferedTo, type Command, type Screen, type Search } from "./screen";
import { ViewerIs } from "./viewer";

export type Entry = {
  /** «/console» or «/portal». */
  base: string;
  door: Door;
  words(language: Language): Promise<Spoken["words"]>;
  useScreens(): readonly Screen[];
  useSearches(): readonly Search[];
  useCommands(): readonly Command[];
};

export const App = ({ entry }: { entry: Entry }) => (
  <House words={entry.words}>
    <Inside entry={entry} />
  </House>
);

function Inside({ entry }: { entry: Entry }) {
  const session = useSession();
  if (session.is === "OPENING") return null;
  if (session.is === "OUT") return <SignInPage door={entry.door} />;
  const { viewer } = session;
  if (!AUDIENCES_AT[entry.door].includes(viewer.audience)) return <WrongDoor door={entry.door} />;
  return (
    <ViewerIs viewer={viewer}>
      <Screens entry={entry} viewer={viewer} />
      {session.is === "OVER" && <SessionOver />}
    </ViewerIs>
  );
}

function Screens({ entry, viewer }: { entry: Entry; viewer: SignedIn }) {
  const screens = offeredOf(entry.useScreens(), viewer);
  const searches = entry.useSearches();
  const commands = entry.useCommands();
  const paths = screens.map(({ path }) => path).join(" ");
  const router = useMemo(
    () => routerOf(entry, screens),
    // the routes are the same as long as their paths are
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [entry, paths],
  );
  return (
    <FrameParts value={{ screens, searches, commands }}>
      <RouterProvider router={router} />
    </FrameParts>
  );
}

/** Of two screens at one address the first that is offered. */
const offeredOf = (all: readonly Screen[], { audience }: SignedIn): Screen[] =>
  all
    .filter((screen) => isOfferedTo(audience, screen))
    .filter(
      ({ path }, index, offered) => offered.findIndex((each) => each.path === path) === index,
    );

function routerOf({ base }: Entry, screens: readonly Screen[]) {
  const routes = screens.map(({ path, load }): RouteObject => ({
    ...(path === "" ? { index: true } : { path }),
    ErrorBoundary: Broken,
    lazy: async () => ({ Component: await componentOf(load) }),
  }));
  const lost: RouteObject = { path: "*", Component: Lost };
  return createBrowserRouter(
    [
      {
        Component: Frame,
        ErrorBoundary: Broken,
        HydrateFallback: () => null,
        children: [...routes, lost],
      },
    ],
    { basename: base },
  );
}
