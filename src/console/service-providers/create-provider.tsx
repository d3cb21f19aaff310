// Somebody who shall process on our behalf is kept; nothing leaves to them until an agreement is.
import Typography from "@mui/material/Typography";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { tell } from "../design/toasts";
import { useConsoleWords } from "../words/words";
import { ServiceProviderCreate, ServiceProvidersForPrivacy } from "./service-providers.documents";

const NAME_MAXIMUM = 200;
const SERVICE_MAXIMUM = 300;

export function CreateProvider({ close, open }: { close(): void; open(id: string): void }) {
  const { providers } = useConsoleWords().privacy;
  const form = useForm({
    initial: { name: "", service: "" },
    document: ServiceProviderCreate,
    input: (input) => ({ input }),
    errorsOf: ({ serviceProviderCreate }) => serviceProviderCreate.userErrors,
    changes: [ServiceProvidersForPrivacy.name],
    done: ({ serviceProviderCreate: { serviceProvider } }) => {
      close();
      if (!serviceProvider) return;
      tell({ text: providers.created(serviceProvider.name) });
      open(serviceProvider.id);
    },
  });
  const { name, service } = form.fields;
  return (
    <FormDialog
      isOpen
      title={providers.create}
      close={close}
      act={providers.create}
      form={form}
      isBlocked={!name.trim() || !service.trim()}
    >
      <Typography variant="body2">{providers.createAbout}</Typography>
      <Field
        label={providers.name}
        value={name}
        set={(text) => form.set({ name: text })}
        error={form.errorOf("name")}
        maximum={NAME_MAXIMUM}
        isRequired
        isFocused
      />
      <Field
        label={providers.service}
        value={service}
        set={(text) => form.set({ service: text })}
        error={form.errorOf("service")}
        hint={providers.serviceHint}
        maximum={SERVICE_MAXIMUM}
        isRequired
      />
    </FormDialog>
  );
}
