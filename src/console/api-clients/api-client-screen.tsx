// One client: what it may do, its secrets, and revoking it. What it is made for never changes; whoever needs more is
// made anew.
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as To, useParams } from "react-router";
import { foundNode } from "../api/found-node";
import { useAnswer } from "../api/use-answer";
import { useMayAsk } from "../app/use-may-ask";
import { CustomerForOperator } from "../customers/keeping.documents";
import { Facts } from "../design/facts";
import { AskedFirst } from "../design/form/asked-first";
import { Mark } from "../design/mark";
import { Day, Moment } from "../design/moment";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { tell } from "../design/toasts";
import { useStaffName } from "../staff/use-staff-name";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ApiClient,
  ApiClientRevoke,
  ApiClients,
  ProvidersUnderAgreement,
} from "./api-clients.documents";
import { STANDING_TONES, standingOf, type Client } from "./client";
import { SecretsOf } from "./secrets-of";

export function Screen() {
  const { id = "" } = useParams();
  const client = useAnswer(ApiClient, { id });
  return (
    <Answered of={client} find={({ node }) => foundNode<Client>(node)}>
      {(found) => <ClientPage client={found} />}
    </Answered>
  );
}

function ClientPage({ client }: { client: Client }) {
  const { audiences, purposes } = useSharedWords();
  const { clients: words } = useConsoleWords().operator;
  const mayAsk = useMayAsk();
  const nameOf = useStaffName();
  const { list } = useMoments();
  const standing = standingOf(client);
  return (
    <Page
      title={client.name}
      about={words.oneAbout}
      actions={mayAsk(ApiClientRevoke) && standing !== "REVOKED" && <Revoke client={client} />}
    >
      <Section title={words.facts}>
        <Facts
          facts={[
            [
              words.state,
              <Mark key="state" tone={STANDING_TONES[standing]}>
                {words.states[standing]}
              </Mark>,
            ],
            [words.audience, audiences[client.audience]],
            [
              words.provider,
              client.serviceProviderId && <Provider id={client.serviceProviderId} />,
            ],
            [words.customer, client.customerId && <Customer id={client.customerId} />],
            [words.source, client.source && <code>{client.source}</code>],
            [words.identifier, <code key="id">{client.id}</code>],
            [
              words.scopes,
              client.scopes ? list(client.scopes.map((scope) => purposes[scope])) : words.allScopes,
            ],
            [
              words.networks,
              client.networks.length > 0 ? (
                <code>{client.networks.join(", ")}</code>
              ) : (
                words.anywhere
              ),
            ],
            [words.mayUseKey, client.mayUseKey ? words.keyAllowed : words.keyRefused],
            [
              words.lastUsedAt,
              client.lastUsedAt ? <Moment at={client.lastUsedAt} /> : words.neverUsed,
            ],
            [words.expiresAt, <Day key="expires" on={client.expiresAt} />],
            [words.createdAt, <Day key="created" on={client.createdAt} />],
            [words.createdBy, nameOf(client.createdBy)],
            [words.revokedAt, client.revokedAt && <Moment at={client.revokedAt} isExact />],
            [words.revokedBy, nameOf(client.revokedBy)],
          ]}
        />
      </Section>
      <SecretsOf client={client} />
    </Page>
  );
}

function Provider({ id }: { id: string }) {
  const { clients: words } = useConsoleWords().operator;
  const { data } = useAnswer(ProvidersUnderAgreement, {});
  const found = data?.serviceProviders.nodes.find((provider) => provider.id === id);
  return data && (found?.name ?? words.noAgreementNow);
}

function Customer({ id }: { id: string }) {
  const { kinds } = useSharedWords();
  const { clients: words } = useConsoleWords().operator;
  const mayAsk = useMayAsk();
  const isAsked = mayAsk(CustomerForOperator);
  const { data } = useAnswer(CustomerForOperator, { id }, { isEnabled: isAsked });
  if (!isAsked) return kinds.CUSTOMER;
  if (!data) return null;
  if (!data.customer) return words.contractEnded;
  return (
    <Link component={To} to={`/customers/${id}`}>
      {data.customer.name}
    </Link>
  );
}

function Revoke({ client: { id, name } }: { client: Client }) {
  const { clients: words } = useConsoleWords().operator;
  return (
    <AskedFirst
      title={words.revoke}
      question={words.revokeQuestion(name)}
      isDangerous
      document={ApiClientRevoke}
      variables={{ input: { id } }}
      errorsOf={({ apiClientRevoke }) => apiClientRevoke.userErrors}
      changes={[ApiClient.name, ApiClients.name]}
      done={() => tell({ text: words.revoked(name) })}
    >
      <Typography>{words.revokeDetail}</Typography>
    </AskedFirst>
  );
}
