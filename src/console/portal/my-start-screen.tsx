// The first page of a user: who looked lately, and whom to turn to.
import { useAnswer } from "../api/use-answer";
import { Page } from "../design/page";
import { usePortalWords } from "../words/words";
import { Lately } from "./lately";
import { LatestAccessesToMe } from "./me.documents";
import { MyAdministrators } from "./my-administrators";

const LATEST = 6;

export function Screen() {
  const { start } = usePortalWords().portal;
  const latest = useAnswer(LatestAccessesToMe, { first: LATEST });
  return (
    <Page title={start.title}>
      <Lately about={start.lookedAboutMe} of={latest} to="/accesses" />
      <MyAdministrators />
    </Page>
  );
}
