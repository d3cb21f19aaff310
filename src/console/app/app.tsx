// What both entries share: who is signed in decides what stands here; language and colours surround it all.
import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider, useColorScheme } from "@mui/material/styles";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { createBrowserRouter, RouterProvider, type RouteObject } from "react-router";
import { queryClient } from "../api/query-client";
import { openSession, useSession, type SessionState, type SignedIn } from "../api/session";
import type { Audience } from "../api/document";
import { theme } from "../design/theme";
import { Toasts } from "../design/toasts";
import { PreferencesAre, useStoredPreferences } from "../settings/preferences";
import { SignInPage } from "../sign-in/sign-in-page";
import { SessionOver } from "../sign-in/session-over";
import { WrongDoor } from "../sign-in/wrong-door";
import { languageFor, LOCALES, type Language } from "../words/language";
import { Speaking, type Spoken } from "../words/words";
import { AwayBanner } from "./away-banner";
import { Broken } from "./broken";
import { Frame } from "./frame";
import { FrameParts } from "./frame-parts";
import { Lost } from "./lost";
import { componentOf } from "./screen-file";
import { isOfferedTo, type Command, type Screen, type Search } from "./screen";
import { ViewerIs } from "./viewer";

export type Entry = {
  /** «/console» or «/portal». */
  base: string;
  door: "CONSOLE" | "PORTAL";
  audiences: readonly Audience[];
  words(language: Language): Promise<Spoken["words"]>;
  useScreens(): readonly Screen[];
  useSearches(): readonly Search[];
  useCommands(): readonly Command[];
};

/** The page is made with one word that its styles need to be taken (CSP). */
const nonce = document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content;
const cache = createCache({ key: "z", ...(nonce && { nonce }) });

export function App({ entry }: { entry: Entry }) {
  useEffect(() => void openSession(), []);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" noSsr>
        <CssBaseline enableColorScheme />
        <QueryClientProvider client={queryClient}>
          <InLanguage entry={entry} />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}

function InLanguage({ entry }: { entry: Entry }) {
  const session = useSession();
  const stored = useStoredPreferences("viewer" in session);
  const { language: choice, colours } = stored.preferences;
  const { setMode } = useColorScheme();
  const language = languageFor(choice);
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  useEffect(
    () => setMode(colours.toLowerCase() as "system" | "light" | "dark"),
    [colours, setMode],
  );
  useEffect(() => {
    document.documentElement.lang = LOCALES[language];
    let isLatest = true;
    void entry.words(language).then((words) => isLatest && setSpoken({ language, words }));
    return () => {
      isLatest = false;
    };
  }, [entry, language]);
  if (!spoken) return null;
  return (
    <Speaking spoken={spoken}>
      {session.is === "OPENING" || !stored.isKnown ? (
        <AwayBanner />
      ) : (
        <PreferencesAre stored={stored}>
          <Inside entry={entry} session={session} />
          <Toasts />
        </PreferencesAre>
      )}
    </Speaking>
  );
}

type InsideProps = { entry: Entry; session: Exclude<SessionState, { is: "OPENING" }> };

function Inside({ entry, session }: InsideProps) {
  if (session.is === "OUT") return <SignInPage door={entry.door} />;
  const { viewer } = session;
  if (!entry.audiences.includes(viewer.audience)) return <WrongDoor door={entry.door} />;
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
