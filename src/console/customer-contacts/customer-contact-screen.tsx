// One person at a customer, as marketing may turn to them.
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Channels } from "../design/person/channels";
import { PersonHeader } from "../design/person/person-header";
import { Answered } from "../design/states";
import { SuppressButton } from "../suppressions/suppress-button";
import { useConsoleWords } from "../words/words";
import { CustomerContactForMarketing } from "./customer-contacts.documents";

export function Screen() {
  const { marketing } = useConsoleWords();
  const { id = "" } = useParams();
  const answer = useAnswer(CustomerContactForMarketing, { id });
  return (
    <Answered of={answer} find={({ customerContact }) => customerContact}>
      {({ name, emailAddress, createdAt, permittedPurposes, channels }) => (
        <Page
          title={name}
          actions={<SuppressButton emailAddress={emailAddress} purpose="MARKETING_AND_SALES" />}
        >
          <PersonHeader
            kind="CUSTOMER_CONTACT"
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
