// An agreement lets a provider receive some kinds of record for some purposes, from now on.
import Typography from "@mui/material/Typography";
import { Checks } from "../design/form/checks";
import { choicesOf } from "../design/form/choices";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords, useSharedWords } from "../words/words";
import type { Provider } from "./service-provider-screen";
import {
  AgreementsOfProvider,
  ProviderAgreementCreate,
  ServiceProvidersForPrivacy,
  type Purpose,
  type SubjectKind,
} from "./service-providers.documents";

export function CreateAgreement({ provider, close }: { provider: Provider; close(): void }) {
  const { kinds, purposes } = useSharedWords();
  const { providers } = useConsoleWords().privacy;
  const { ANSWERING_THE_PERSON: _declaredOnly, ...ofRegister } = purposes;
  const form = useForm({
    initial: { kinds: [] as string[], purposes: [] as string[] },
    document: ProviderAgreementCreate,
    input: (fields) => ({
      input: {
        serviceProviderId: provider.id,
        kinds: fields.kinds as SubjectKind[],
        purposes: fields.purposes as Purpose[],
      },
    }),
    errorsOf: ({ providerAgreementCreate }) => providerAgreementCreate.userErrors,
    changes: [AgreementsOfProvider.name, ServiceProvidersForPrivacy.name],
    done: () => {
      close();
      tell({ text: providers.agreementMade });
    },
  });
  const isIncomplete = form.fields.kinds.length === 0 || form.fields.purposes.length === 0;
  return (
    <FormDialog
      isOpen
      title={providers.newAgreement}
      close={close}
      act={providers.newAgreement}
      form={form}
      isBlocked={isIncomplete}
    >
      <Typography variant="body2">{providers.agreementAbout(provider.name)}</Typography>
      <Checks
        label={providers.kinds}
        choices={choicesOf(kinds)}
        chosen={form.fields.kinds}
        set={(chosen) => form.set({ kinds: chosen })}
        error={form.errorOf("kinds")}
      />
      <Checks
        label={providers.purposes}
        choices={choicesOf(ofRegister)}
        chosen={form.fields.purposes}
        set={(chosen) => form.set({ purposes: chosen })}
        error={form.errorOf("purposes")}
      />
      {isIncomplete && (
        <Typography variant="caption" color="textSecondary">
          {providers.chooseSome}
        </Typography>
      )}
    </FormDialog>
  );
}
