// What all entries share: language, colours, and who is signed in, before anything of theirs stands there.
import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider, useColorScheme } from "@mui/material/styles";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { queryClient } from "../api/query-client";
import { openSession, useSession } from "../api/session";
import { theme } from "../design/theme";
import { Toasts } from "../design/toasts";
import { PreferencesAre, useStoredPreferences } from "../settings/preferences";
import { languageFor, LOCALES, type Language } from "../words/language";
import { Speaking, type Spoken } from "../words/words";
import { AwayBanner } from "./away-banner";
import { styleNonce } from "./style-nonce";

type HouseProps = { words(language: Language): Promise<Spoken["words"]>; children: ReactNode };

const cache = createCache({ key: "z", ...(styleNonce && { nonce: styleNonce }) });

export function House({ words, children }: HouseProps) {
  useEffect(() => void openSession(), []);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" noSsr>
        <CssBaseline enableColorScheme />
        <QueryClientProvider client={queryClient}>
          <InLanguage words={words}>{children}</InLanguage>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}

function InLanguage({ words: wordsIn, children }: HouseProps) {
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
    void wordsIn(language).then((words) => isLatest && setSpoken({ language, words }));
    return () => {
      isLatest = false;
    };
  }, [wordsIn, language]);
  if (!spoken) return null;
  return (
    <Speaking spoken={spoken}>
      {session.is === "OPENING" || !stored.isKnown ? (
        <AwayBanner />
      ) : (
        <PreferencesAre stored={stored}>
          {children}
          <Toasts />
        </PreferencesAre>
      )}
    </Speaking>
  );
}
