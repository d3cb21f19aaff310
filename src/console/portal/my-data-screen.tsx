// Every field that is held of oneself, and for which purposes it may be used now.
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link as To } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { WhyPanel } from "../design/person/why-panel";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { usePortalWords, useSharedWords } from "../words/words";
import { AboutMe, type AboutMeQuery } from "./me.documents";
import { MyAdministrators } from "./my-administrators";

type Me = NonNullable<AboutMeQuery["me"]>;
type Purpose = Me["permittedPurposes"][number];

export function Screen() {
  const me = useAnswer(AboutMe, {});
  const { me: words } = usePortalWords().portal;
  return (
    <Page title={words.title} about={words.about}>
      <Answered of={me} find={(answer) => answer.me}>
        {(found) => (
          <>
            <Held me={found} />
            <Why permitted={found.permittedPurposes} />
          </>
        )}
      </Answered>
      <MyAdministrators />
    </Page>
  );
}

function Held({ me }: { me: Me }) {
  const { person, userRoles, userStates } = useSharedWords();
  const { me: words } = usePortalWords().portal;
  // a field without a value is named too: that nothing is held is an answer
  const orNone = (value: string | null): ReactNode =>
    value ?? (
      <Typography component="span" color="textSecondary">
        {words.notHeld}
      </Typography>
    );
  return (
    <Section title={words.held}>
      <Facts
        facts={[
          [words.name, me.name],
          [person.emailAddress, me.emailAddress],
          [words.phone, orNone(me.phone)],
          [words.jobTitle, orNone(me.jobTitle)],
          [words.role, userRoles[me.role]],
          [
            words.state,
            <Mark key="state" tone={me.state === "ACTIVE" ? "OPEN" : "CLOSED"}>
              {userStates[me.state]}
            </Mark>,
          ],
          [words.since, <Day key="since" on={me.createdAt} />],
        ]}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
        {words.correct}{" "}
        <Link component={To} to="/my-activity" underline="always">
          {words.activity}
        </Link>
      </Typography>
    </Section>
  );
}

function Why({ permitted }: { permitted: readonly Purpose[] }) {
  const { purposes } = useSharedWords();
  const { me: words, purposeMeanings } = usePortalWords().portal;
  const known = Object.entries(purposeMeanings) as [Purpose, string][];
  return (
    <WhyPanel
      about={words.whyAbout}
      reasons={known.map(([purpose, because]) => ({
        id: purpose,
        title: purposes[purpose],
        isAllowed: permitted.includes(purpose),
        because,
      }))}
    />
  );
}
