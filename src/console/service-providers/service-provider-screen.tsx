// One service provider: its agreements, and what left to it.
import Button from "@mui/material/Button";
import { useState } from "react";
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { useConsoleWords } from "../words/words";
import { Agreements } from "./agreements";
import { CreateAgreement } from "./create-agreement";
import { Disclosures } from "./disclosures";
import {
  ServiceProviderForPrivacy,
  type ServiceProviderForPrivacyQuery,
} from "./service-providers.documents";

export type Provider = Extract<NonNullable<ServiceProviderForPrivacyQuery["node"]>, { id: string }>;

const providerIn = ({ node }: ServiceProviderForPrivacyQuery) =>
  node && "id" in node ? (node as Provider) : null;

export function Screen() {
  const { id = "" } = useParams();
  const answer = useAnswer(ServiceProviderForPrivacy, { id });
  return (
    <Answered of={answer} find={providerIn}>
      {(provider) => <ProviderPage provider={provider} />}
    </Answered>
  );
}

function ProviderPage({ provider }: { provider: Provider }) {
  const { providers } = useConsoleWords().privacy;
  const [isAgreeing, setAgreeing] = useState(false);
  return (
    <Page
      title={provider.name}
      actions={
        <Button variant="contained" onClick={() => setAgreeing(true)}>
          {providers.newAgreement}
        </Button>
      }
    >
      <Facts
        facts={[
          [providers.service, provider.service],
          [providers.since, <Day key="since" on={provider.createdAt} />],
        ]}
      />
      <Section title={providers.agreements} about={providers.agreementsAbout} isFlush>
        <Agreements provider={provider} />
      </Section>
      <Section title={providers.disclosures}>
        <Disclosures id={provider.id} />
      </Section>
      {isAgreeing && <CreateAgreement provider={provider} close={() => setAgreeing(false)} />}
    </Page>
  );
}
