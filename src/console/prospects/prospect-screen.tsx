// One prospect in one page: who, what is allowed by channel and why, where the data is from, and how the person met us.
import Button from "@mui/material/Button";
import { useState } from "react";
import { useParams } from "react-router";
import { useAnswer, usePages } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Icon, type IconName } from "../design/icons";
import { Mark } from "../design/mark";
import { Day } from "../design/moment";
import { Page } from "../design/page";
import { Channels } from "../design/person/channels";
import { PersonHeader } from "../design/person/person-header";
import { Section } from "../design/section";
import { Answered, FaultNotice, Waiting } from "../design/states";
import { Timeline } from "../design/timeline";
import { SuppressButton } from "../suppressions/suppress-button";
import { useSourceNames } from "../words/sources";
import { useConsoleWords } from "../words/words";
import { EditProspect } from "./edit-prospect";
import { InformDialog } from "./inform-dialog";
import { ToBeInformedBy } from "./to-be-informed-by";
import {
  Interactions,
  Prospect,
  type InteractionKind,
  type ProspectQuery,
} from "./prospects.documents";

export type ProspectFound = NonNullable<ProspectQuery["prospect"]>;

const INTERACTIONS_SHOWN = 30;

export function Screen() {
  const { id = "" } = useParams();
  const answer = useAnswer(Prospect, { id });
  return (
    <Answered of={answer} find={({ prospect }) => prospect}>
      {(prospect) => <ProspectPage key={prospect.id} prospect={prospect} />}
    </Answered>
  );
}

function ProspectPage({ prospect }: { prospect: ProspectFound }) {
  const { marketing } = useConsoleWords();
  const [isInforming, setInforming] = useState(false);
  return (
    <Page
      title={prospect.name}
      about={prospect.companyName && <bdi>{prospect.companyName}</bdi>}
      actions={
        <>
          {!prospect.informedOn && (
            <Button
              variant="outlined"
              color="inherit"
              startIcon={<Icon name="check" />}
              onClick={() => setInforming(true)}
            >
              {marketing.informing.mark}
            </Button>
          )}
          <SuppressButton emailAddress={prospect.emailAddress} purpose="MARKETING_AND_SALES" />
        </>
      }
    >
      {isInforming && <InformDialog ids={[prospect.id]} close={() => setInforming(false)} />}
      <PersonHeader
        kind="PROSPECT"
        state={<Mark>{marketing.prospectKinds[prospect.kind]}</Mark>}
        address={prospect.emailAddress}
        permittedPurposes={prospect.permittedPurposes}
      />
      <Channels channels={prospect.channels} />
      <Details prospect={prospect} />
      <Met id={prospect.id} />
    </Page>
  );
}

function Details({ prospect }: { prospect: ProspectFound }) {
  const { marketing } = useConsoleWords();
  const words = marketing.prospects;
  const [isEdited, setEdited] = useState(false);
  if (isEdited) return <EditProspect prospect={prospect} close={() => setEdited(false)} />;
  return (
    <Section
      title={marketing.prospect.fields}
      actions={
        <Button startIcon={<Icon name="pencil" />} onClick={() => setEdited(true)}>
          {marketing.prospect.edit}
        </Button>
      }
    >
      <Facts
        facts={[
          [marketing.name, prospect.name],
          [words.company, prospect.companyName],
          [words.kind, marketing.prospectKinds[prospect.kind]],
          [words.source, prospect.source],
          [words.informedOn, prospect.informedOn && <Day on={prospect.informedOn} />],
          [
            words.toBeInformedBy,
            prospect.toBeInformedBy && <ToBeInformedBy at={prospect.toBeInformedBy} />,
          ],
          [marketing.createdAt, <Day key="day" on={prospect.createdAt} />],
        ]}
      />
    </Section>
  );
}

const ICONS: Record<InteractionKind, IconName> = {
  SITE: "eye",
  AD: "star",
  EVENT: "people",
  EMAIL: "mail",
};

function Met({ id }: { id: string }) {
  const sourceName = useSourceNames();
  const { prospect: words, interactionKinds } = useConsoleWords().marketing;
  const pages = usePages(
    Interactions,
    { id, first: INTERACTIONS_SHOWN },
    ({ prospect }) => prospect?.interactions,
  );
  return (
    <Section title={words.interactions}>
      {pages.error && <FaultNotice error={pages.error} again={() => void pages.refetch()} />}
      {pages.isPending ? (
        <Waiting />
      ) : (
        <Timeline
          empty={words.nobodyMet}
          entries={pages.rows.map(({ id: key, kind, occurredAt, source, subject }) => ({
            id: key,
            at: occurredAt,
            icon: ICONS[kind],
            title: subject ?? interactionKinds[kind],
            detail: subject
              ? `${interactionKinds[kind]} · ${sourceName(source)}`
              : sourceName(source),
          }))}
          more={{
            has: pages.hasNextPage,
            isLoading: pages.isFetchingNextPage,
            load: () => void pages.fetchNextPage(),
          }}
        />
      )}
    </Section>
  );
}
