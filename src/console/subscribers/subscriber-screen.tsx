// One reader of the newsletter: a name, an address, and what is allowed.
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Channels } from "../design/person/channels";
import { PersonHeader } from "../design/person/person-header";
import { Answered } from "../design/states";
import { SuppressButton } from "../suppressions/suppress-button";
import { useConsoleWords } from "../words/words";
import { Subscriber } from "./subscribers.documents";

export function Screen() {
  const { marketing } = useConsoleWords();
  const { id = "" } = useParams();
  const answer = useAnswer(Subscriber, { id });
  return (
    <Answered of={answer} find={({ subscriber }) => subscriber}>
      {({ name, emailAddress, createdAt, permittedPurposes, channels }) => (
        <Page
          title={name || marketing.noName}
          actions={<SuppressButton emailAddress={emailAddress} purpose="NEWSLETTER" />}
        >
          <PersonHeader
            kind="SUBSCRIBER"
            address={emailAddress}
            permittedPurposes={permittedPurposes}
            facts={[[marketing.createdAt, <Day key="day" on={createdAt} />]]}
          />
          <Channels channels={channels} />
        </Page>
      )}
    </Answered>
  );
}
