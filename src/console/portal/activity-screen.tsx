// What the company's users did on the platform.
import Link from "@mui/material/Link";
import { Link as To } from "react-router";
import { usePages } from "../api/use-answer";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { usePortalWords, useSharedWords } from "../words/words";
import { Activities } from "./activities";
import { OurActivities } from "./company.documents";

const PAGE = 50;

export function Screen() {
  const { person } = useSharedWords();
  const { activity } = usePortalWords().portal;
  const pages = usePages(OurActivities, { first: PAGE }, ({ customer }) => customer?.activities);
  return (
    <Page title={activity.title} about={activity.about}>
      <Section title={person.timeline}>
        <Activities
          pages={pages}
          empty={activity.empty}
          by={({ platformUser }) =>
            platformUser ? (
              <Link component={To} to={`/users/${platformUser.id}`} underline="always">
                {platformUser.name}
              </Link>
            ) : (
              activity.somebodyGone
            )
          }
        />
      </Section>
    </Page>
  );
}
