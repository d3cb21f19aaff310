// The agreements of a provider, the latest first; one that is in force can be ended.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { usePages } from "../api/use-answer";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { Mark } from "../design/mark";
import { Empty, FaultNotice, Waiting } from "../design/states";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { Provider } from "./service-provider-screen";
import {
  AgreementsOfProvider,
  ProviderAgreementEnd,
  ServiceProvidersForPrivacy,
  type AgreementsOfProviderQuery,
} from "./service-providers.documents";

type WithAgreements = Extract<NonNullable<AgreementsOfProviderQuery["node"]>, { id: string }>;
type Agreement = WithAgreements["agreements"]["nodes"][number];

const SHOWN = 25;

export function Agreements({ provider }: { provider: Provider }) {
  const { act, list } = useSharedWords();
  const { providers } = useConsoleWords().privacy;
  const [ended, setEnded] = useState<Agreement | null>(null);
  const pages = usePages(AgreementsOfProvider, { id: provider.id, first: SHOWN }, ({ node }) =>
    node && "id" in node ? node.agreements : null,
  );
  if (pages.isPending) return <Waiting />;
  if (pages.error) return <FaultNotice error={pages.error} again={() => void pages.refetch()} />;
  if (pages.rows.length === 0) return <Empty icon="handshake" title={providers.noAgreements} />;
  return (
    <>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {pages.rows.map((agreement) => (
          <Line key={agreement.id} agreement={agreement} end={() => setEnded(agreement)} />
        ))}
      </Box>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
          {pages.isFetchingNextPage ? list.loadingMore : act.showMore}
        </Button>
      )}
      {ended && <EndAgreement provider={provider} agreement={ended} close={() => setEnded(null)} />}
    </>
  );
}

function Line({ agreement, end }: { agreement: Agreement; end(): void }) {
  const { providers } = useConsoleWords().privacy;
  const { day } = useMoments();
  const what = useCovered()(agreement);
  const { inForceFrom, endedAt } = agreement;
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 3,
        alignItems: "center",
        px: 4,
        py: 2.5,
        borderTop: 1,
        borderColor: "divider",
      }}
    >
      <Box sx={{ flex: "1 1 16rem", minWidth: 0 }}>
        <div>{what}</div>
        <Box sx={{ typography: "body2", color: "text.secondary" }}>
          {[providers.from(day(inForceFrom)), endedAt && providers.ended(day(endedAt))]
            .filter(Boolean)
            .join(" · ")}
        </Box>
      </Box>
      {endedAt ? (
        <Mark>{providers.ended(day(endedAt))}</Mark>
      ) : (
        <>
          <Mark tone="OPEN">{providers.inForce}</Mark>
          <Button variant="outlined" color="inherit" onClick={end}>
            {providers.end}
          </Button>
        </>
      )}
    </Box>
  );
}

/** What an agreement covers: «Prospects and subscribers: newsletter». */
function useCovered() {
  const { kinds, purposes } = useSharedWords();
  const { list } = useMoments();
  return (agreement: Agreement) =>
    `${list(agreement.kinds.map((kind) => kinds[kind]))}: ${list(agreement.purposes.map((purpose) => purposes[purpose]))}`;
}

type EndAgreementProps = { provider: Provider; agreement: Agreement; close(): void };

function EndAgreement({ provider, agreement, close }: EndAgreementProps) {
  const { providers } = useConsoleWords().privacy;
  const what = useCovered()(agreement);
  const form = useForm({
    initial: {},
    document: ProviderAgreementEnd,
    input: () => ({ input: { id: agreement.id } }),
    errorsOf: ({ providerAgreementEnd }) => providerAgreementEnd.userErrors,
    changes: [AgreementsOfProvider.name, ServiceProvidersForPrivacy.name],
    done: () => {
      close();
      tell({ text: providers.agreementEnded });
    },
  });
  return (
    <FormDialog
      isOpen
      title={providers.endTitle}
      close={close}
      act={providers.end}
      form={form}
      isDangerous
    >
      <Typography>{providers.endAbout(provider.name, what)}</Typography>
    </FormDialog>
  );
}
