// Who processes on our behalf: what they may receive now, and when something last left to them.
import Button from "@mui/material/Button";
import { useNavigate, useSearchParams } from "react-router";
import { usePages } from "../api/use-answer";
import type { Column } from "../design/list/columns";
import { ListPage } from "../design/list/list-page";
import { useListState, type Filter } from "../design/list/list-state";
import { Mark } from "../design/mark";
import { Day, Moment } from "../design/moment";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { CreateProvider } from "./create-provider";
import {
  ServiceProvidersForPrivacy,
  type ServiceProvidersForPrivacyQuery,
} from "./service-providers.documents";

type Row = ServiceProvidersForPrivacyQuery["serviceProviders"]["nodes"][number];

const PAGE = 25;
const NO_FILTERS: Filter[] = [];

export function Screen() {
  const { kinds } = useSharedWords();
  const { providers } = useConsoleWords().privacy;
  const { list } = useMoments();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const state = useListState(NO_FILTERS);
  const pages = usePages(
    ServiceProvidersForPrivacy,
    { first: PAGE },
    ({ serviceProviders }) => serviceProviders,
  );
  const columns: Column<Row>[] = [
    {
      name: "name",
      title: providers.name,
      width: "minmax(10rem, 2fr)",
      cell: ({ name }) => name,
    },
    {
      name: "service",
      title: providers.service,
      width: "minmax(14rem, 3fr)",
      cell: ({ service }) => service,
    },
    {
      name: "agreement",
      title: providers.agreements,
      width: "12rem",
      cell: (row) =>
        inForce(row).length > 0 ? (
          <Mark tone="OPEN">{providers.inForce}</Mark>
        ) : (
          <Mark tone="CLOSED">{providers.noAgreement}</Mark>
        ),
    },
    {
      name: "covers",
      title: providers.covers,
      width: "minmax(10rem, 2fr)",
      cell: (row) => {
        const covered = inForce(row).flatMap((agreement) => agreement.kinds);
        return list([...new Set(covered)].map((kind) => kinds[kind]));
      },
    },
    {
      name: "last",
      title: providers.lastDisclosure,
      width: "11rem",
      cell: ({ disclosures: { nodes } }) => nodes[0] && <Moment at={nodes[0].disclosedAt} />,
    },
    {
      name: "createdAt",
      title: providers.since,
      width: "9rem",
      isExtra: true,
      cell: ({ createdAt }) => <Day on={createdAt} />,
    },
  ];
  return (
    <>
      <ListPage
        name="service-providers"
        title={providers.title}
        about={providers.about}
        actions={
          <Button variant="contained" onClick={() => setParameters({ do: "create" })}>
            {providers.create}
          </Button>
        }
        columns={columns}
        state={state}
        pages={pages}
        to={({ id }) => `/providers/${id}`}
        empty={providers.empty}
      />
      {parameters.get("do") === "create" && (
        <CreateProvider
          close={() => setParameters({}, { replace: true })}
          open={(id) => void navigate(`/providers/${id}`)}
        />
      )}
    </>
  );
}

const inForce = ({ agreements }: Row) => agreements.nodes.filter(({ endedAt }) => !endedAt);
