// `/notice`: the newest version of the privacy notice, with its date, an overview that leads to each clause, and the
// address to write to.
import type { FastifyInstance } from "fastify";
import type { ReactNode } from "react";
import { NOTICE_VERSIONS } from "../lawfulness/notice-versions";
import { type Asked, askedOf } from "./asked";
import { LANGUAGE_TAGS } from "./language";
import { type Block, CLAUSES, NOTICE_TEXTS } from "./notice/text";
import { sendPage } from "./page";
import { Slotted } from "./slotted";

export function addNoticePage(app: FastifyInstance, marketingAddress: string): void {
  app.get("/notice", (request, reply) => {
    const asked = askedOf(request);
    return sendPage(reply, {
      asked,
      title: asked.words.notice.title,
      children: <Notice asked={asked} address={marketingAddress} />,
    });
  });
}

const NEWEST = NOTICE_VERSIONS.at(-1)!.version;

function Notice({ asked: { words, language }, address }: { asked: Asked; address: string }) {
  const text = NOTICE_TEXTS[NEWEST][language];
  const slots = { address: <a href={`mailto:${address}`}>{address}</a> };
  const day = <time dateTime={NEWEST}>{dayIn(LANGUAGE_TAGS[language])}</time>;
  return (
    <>
      <p className="quiet">
        <Slotted text={words.notice.updated} slots={{ day }} />
      </p>
      <nav className="card" aria-labelledby="overview">
        <h2 id="overview">{words.notice.overview}</h2>
        <ul>
          {CLAUSES.map((clause) => (
            <li key={clause}>
              <Slotted text={text[clause].short} slots={slots} />{" "}
              <a href={`#${clause}`}>{text[clause].heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {CLAUSES.map((clause) => (
        <section key={clause} aria-labelledby={clause}>
          <h2 id={clause}>{text[clause].heading}</h2>
          {text[clause].blocks.map((block, place) => (
            <BlockOf key={place} block={block} slots={slots} />
          ))}
        </section>
      ))}
    </>
  );
}

const dayIn = (languageTag: string) =>
  new Intl.DateTimeFormat(languageTag, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(NEWEST),
  );

function BlockOf({ block, slots }: { block: Block; slots: { address: ReactNode } }) {
  if (typeof block === "string") {
    return (
      <p>
        <Slotted text={block} slots={slots} />
      </p>
    );
  }
  if ("items" in block) {
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  return (
    <dl>
      {block.terms.map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
