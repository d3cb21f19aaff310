// What we know that one did on the platform.
import { usePages } from "../api/use-answer";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { usePortalWords, useSharedWords } from "../words/words";
import { Activities } from "./activities";
import { WhatIDid } from "./me.documents";

const PAGE = 50;

export function Screen() {
  const { person } = useSharedWords();
  const { activity } = usePortalWords().portal;
  const pages = usePages(WhatIDid, { first: PAGE }, ({ me }) => me?.activities);
  return (
    <Page title={activity.mineTitle} about={activity.mineAbout}>
      <Section title={person.timeline}>
        <Activities pages={pages} empty={activity.mineEmpty} />
      </Section>
    </Page>
  );
}
