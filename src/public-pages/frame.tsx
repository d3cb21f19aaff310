// What every public page looks like: a way past the head, the word mark, one heading over the content, and a foot with
// the notice, the ways to sign in and the languages. No sentence stands here: they are in words/.
import type { ReactNode } from "react";
import type { Asked } from "./asked";
import { LANGUAGES, LANGUAGE_TAGS } from "./language";
import { STYLE } from "./style";

export type FrameProps = {
  asked: Asked;
  title: string;
  /** Stands before the title in the browser's tab: something went wrong. */
  isFault?: boolean;
  children: ReactNode;
};

export function Frame({ asked, title, isFault = false, children }: FrameProps) {
  const { words, language } = asked;
  return (
    <html lang={LANGUAGE_TAGS[language]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{titleOf(words, title, isFault)}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a className="skip" href="#content">
          {words.frame.skip}
        </a>
        <header>
          <a className="mark" href={asked.hrefOf("/")}>
            <Mark />
            {words.product}
          </a>
        </header>
        <main id="content" tabIndex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
        <Foot asked={asked} />
      </body>
    </html>
  );
}

const titleOf = ({ frame, product }: Asked["words"], title: string, isFault: boolean) =>
  `${isFault ? `${frame.fault}: ` : ""}${title === product ? "" : `${title} · `}${product}`;

/** A Z as a path between two walls. */
const Mark = () => (
  <svg viewBox="0 0 24 24" width="24" height="24" fill="none" aria-hidden="true">
    <path d="M2.5 3v18M21.5 3v18" stroke="currentColor" strokeWidth="2" />
    <path className="z" d="M7 6h10L7 18h10" stroke="currentColor" strokeWidth="2.5" />
  </svg>
);

const Foot = ({ asked: { words, hrefOf, otherwise, language } }: { asked: Asked }) => (
  <footer className="row">
    <nav aria-label={words.frame.links}>
      <ul className="plain">
        <li>
          <a href={hrefOf("/notice")}>{words.frame.notice}</a>
        </li>
        <li>
          <a href={hrefOf("/#sign-in")}>{words.frame.signIn}</a>
        </li>
      </ul>
    </nav>
    <nav aria-label={words.frame.language}>
      <ul className="plain">
        {LANGUAGES.map((each) => (
          <li key={each} lang={LANGUAGE_TAGS[each]}>
            {each === language ? (
              <span aria-current="true">{words.frame.languages[each]}</span>
            ) : (
              <a href={otherwise[each]} hrefLang={LANGUAGE_TAGS[each]}>
                {words.frame.languages[each]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  </footer>
);
