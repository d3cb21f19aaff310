// Tools that ask for themselves, the newest first: what each acts as, for whom, and until when.
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { Link as To } from "react-router";
import { useAnswer, usePages } from "../api/use-answer";
import { useMayAsk } from "../app/use-may-ask";
import { CustomerForOperator } from "../customers/keeping.documents";
import { Icon } from "../design/icons";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Day, Moment } from "../design/moment";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ApiClientCreate,
  ApiClients,
  ProvidersUnderAgreement,
  type ApiClientsQuery,
} from "./api-clients.documents";
import { STANDING_TONES, standingOf } from "./client";

type Row = ApiClientsQuery["apiClients"]["nodes"][number];

const PAGE = 50;

export function Screen() {
  const { audiences } = useSharedWords();
  const { clients: words } = useConsoleWords().operator;
  const mayAsk = useMayAsk();
  const state = useListState([]);
  const pages = usePages(ApiClients, { first: PAGE }, ({ apiClients }) => apiClients);
  const columns: Column<Row>[] = [
    { name: "name", title: words.name, width: "minmax(13rem, 3fr)", cell: ({ name }) => name },
    {
      name: "audience",
      title: words.audience,
      width: "9rem",
      cell: ({ audience }) => audiences[audience],
    },
    {
      name: "reach",
      title: words.reach,
      width: "minmax(9rem, 1fr)",
      cell: (row) => <Reach client={row} />,
    },
    {
      name: "state",
      title: words.state,
      width: "8rem",
      cell: (row) => (
        <Mark tone={STANDING_TONES[standingOf(row)]}>{words.states[standingOf(row)]}</Mark>
      ),
    },
    {
      name: "lastUsedAt",
      title: words.lastUsedAt,
      width: "10rem",
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} /> : words.neverUsed),
    },
    {
      name: "expiresAt",
      title: words.expiresAt,
      width: "9rem",
      cell: ({ expiresAt }) => <Day on={expiresAt} />,
    },
    {
      name: "createdAt",
      title: words.createdAt,
      width: "9rem",
      isExtra: true,
      cell: ({ createdAt }) => <Day on={createdAt} />,
    },
  ];
  return (
    <ListPage
      name="api-clients"
      title={words.title}
      about={words.about}
      actions={
        mayAsk(ApiClientCreate) && (
          <Button
            component={To}
            to="/api-clients/new"
            variant="contained"
            startIcon={<Icon name="plus" />}
          >
            {words.create}
          </Button>
        )
      }
      columns={columns}
      state={state}
      pages={pages}
      to={({ id }) => `/api-clients/${id}`}
      empty={words.empty}
    />
  );
}

type ReachProps = { client: Pick<Row, "serviceProviderId" | "customerId" | "source"> };

/** For whom it asks: a provider, a customer, or a source of ours. */
function Reach({ client: { serviceProviderId, customerId, source } }: ReachProps) {
  const { kinds } = useSharedWords();
  const mayAsk = useMayAsk();
  const providers = useAnswer(
    ProvidersUnderAgreement,
    {},
    { isEnabled: serviceProviderId !== null },
  );
  if (serviceProviderId) {
    const found = providers.data?.serviceProviders.nodes.find(({ id }) => id === serviceProviderId);
    return found?.name ?? null;
  }
  if (customerId) {
    return mayAsk(CustomerForOperator) ? (
      <Link component={To} to={`/customers/${customerId}`}>
        {kinds.CUSTOMER}
      </Link>
    ) : (
      kinds.CUSTOMER
    );
  }
  return source && <code>{source}</code>;
}
