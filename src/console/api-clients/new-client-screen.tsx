// A new client: what its audience needs and nothing else. Its secret is shown once, in the answer.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { Link as To, useNavigate } from "react-router";
import { useAnswer } from "../api/use-answer";
import { CustomerChoice } from "../customers/customer-choice";
import { Checks } from "../design/form/checks";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { LeaveGuard } from "../design/form/leave-guard";
import { useForm, type BoundField } from "../design/form/use-form";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ApiClientCreate,
  ApiClients,
  ProvidersUnderAgreement,
  type ApiClientCreateInput,
  type ClientAudience,
  type Purpose,
} from "./api-clients.documents";
import { NEEDS } from "./needs";
import { SecretOnce } from "./secret-once";

type Made = { client: { id: string; name: string }; secret: string };

const NOTHING = {
  name: "",
  audience: "CONTACT_SYNC" as ClientAudience,
  serviceProviderId: "",
  customerId: null as { id: string; name: string } | null,
  source: "",
  scopes: [] as readonly Purpose[],
  networks: "",
  mayUseKey: false,
  expiresAt: "",
};
type Fields = typeof NOTHING;

const NAME_MAXIMUM = 200;
const SOURCE_MAXIMUM = 32;

export function Screen() {
  const { act } = useSharedWords();
  const { clients: words } = useConsoleWords().operator;
  const navigate = useNavigate();
  const [made, setMade] = useState<Made | null>(null);
  const form = useForm({
    initial: NOTHING,
    document: ApiClientCreate,
    input: (fields: Fields) => ({ input: inputOf(fields) }),
    errorsOf: ({ apiClientCreate }) => apiClientCreate.userErrors,
    changes: [ApiClients.name],
    done: ({ apiClientCreate: { apiClient, secret } }) =>
      apiClient && secret && setMade({ client: apiClient, secret }),
  });
  const { fields, set, field } = form;
  const { scopes } = NEEDS[fields.audience];
  return (
    <Page title={words.create} about={words.createAbout}>
      <Section title={words.what}>
        <Box
          component="form"
          noValidate
          onSubmit={form.submit}
          sx={{ display: "grid", gap: 3, maxWidth: 480 }}
        >
          <Faults form={form} />
          <Audience form={form} />
          <Field
            label={words.name}
            {...field("name")}
            hint={words.nameHint}
            maximum={NAME_MAXIMUM}
            isRequired
          />
          <Reach form={form} />
          {scopes.length > 1 && <Scopes form={form} offered={scopes} />}
          <Field
            label={words.networks}
            {...field("networks")}
            hint={words.networksHint}
            isMultiline
          />
          <Field
            label={words.expiresAt}
            {...field("expiresAt")}
            hint={words.expiresHint}
            type="date"
          />
          <Checks
            label={words.mayUseKey}
            hint={words.mayUseKeyHint}
            choices={[{ value: "KEY", title: words.mayUseKeyTick }]}
            chosen={fields.mayUseKey ? ["KEY"] : []}
            set={(chosen) => set({ mayUseKey: chosen.length > 0 })}
          />
          <Box sx={{ display: "flex", gap: 2 }}>
            <Button
              type="submit"
              variant="contained"
              disabled={form.isSending || !fields.name.trim() || !hasReach(fields)}
            >
              {words.createAct}
            </Button>
            <Button component={To} to="/api-clients" color="inherit">
              {act.cancel}
            </Button>
          </Box>
        </Box>
      </Section>
      <LeaveGuard isDirty={form.isDirty && !made} />
      {made && (
        <SecretOnce
          {...made}
          kept={() => void navigate(`/api-clients/${made.client.id}`, { replace: true })}
        />
      )}
    </Page>
  );
}

type FormPart = {
  form: {
    fields: Fields;
    set(changed: Partial<Fields>): void;
    field(name: "serviceProviderId"): BoundField;
    errorOf(name: string): string | null;
  };
};

function Audience({ form: { fields, set, errorOf } }: FormPart) {
  const { audiences } = useSharedWords();
  const { clients: words } = useConsoleWords().operator;
  return (
    <Field
      label={words.audience}
      value={fields.audience}
      set={(audience) => set({ audience: audience as ClientAudience, scopes: [] })}
      error={errorOf("audience")}
      hint={words.audienceHints[fields.audience]}
      choices={(Object.keys(NEEDS) as ClientAudience[]).map((value) => ({
        value,
        title: audiences[value],
      }))}
      isFocused
    />
  );
}

function Reach({ form: { fields, set, errorOf, field } }: FormPart) {
  const { clients: words } = useConsoleWords().operator;
  const { reach } = NEEDS[fields.audience];
  const providers = useAnswer(
    ProvidersUnderAgreement,
    {},
    { isEnabled: reach === "serviceProviderId" },
  );
  switch (reach) {
    case "serviceProviderId":
      return (
        <Field
          label={words.provider}
          {...field("serviceProviderId")}
          hint={words.providerHint}
          isRequired
          choices={[
            { value: "", title: words.chooseProvider },
            ...(providers.data?.serviceProviders.nodes ?? []).map(({ id, name }) => ({
              value: id,
              title: name,
            })),
          ]}
        />
      );
    case "customerId":
      return (
        <CustomerChoice
          label={words.customer}
          value={fields.customerId}
          set={(customerId) => set({ customerId })}
          error={errorOf("customerId")}
        />
      );
    case "source":
      return (
        <Field
          label={words.source}
          value={fields.source}
          set={(typed) => set({ source: typed.toUpperCase().replace(/[\s-]+/g, "_") })}
          error={errorOf("source")}
          hint={words.sourceHint}
          maximum={SOURCE_MAXIMUM}
          isRequired
        />
      );
    case null:
      return null;
  }
}

function Scopes({
  form: { fields, set, errorOf },
  offered,
}: FormPart & { offered: readonly Purpose[] }) {
  const { purposes } = useSharedWords();
  const { clients: words } = useConsoleWords().operator;
  return (
    <Checks
      label={words.scopes}
      hint={words.scopesHint}
      error={errorOf("scopes")}
      choices={offered.map((value) => ({ value, title: purposes[value] }))}
      chosen={fields.scopes}
      set={(scopes) => set({ scopes: scopes as Purpose[] })}
    />
  );
}

const hasReach = (fields: Fields) => {
  const { reach } = NEEDS[fields.audience];
  return reach === null || Boolean(fields[reach]);
};

/** Only what the audience needs; what was typed for another one stays behind. */
function inputOf(fields: Fields): ApiClientCreateInput {
  const { reach } = NEEDS[fields.audience];
  return {
    audience: fields.audience,
    name: fields.name,
    mayUseKey: fields.mayUseKey,
    networks: fields.networks.split(/[\s,;]+/).filter(Boolean),
    scopes: fields.scopes.length > 0 ? [...fields.scopes] : null,
    expiresAt: fields.expiresAt ? `${fields.expiresAt}T00:00:00Z` : null,
    serviceProviderId: reach === "serviceProviderId" ? fields.serviceProviderId || null : null,
    customerId: reach === "customerId" ? (fields.customerId?.id ?? null) : null,
    source: reach === "source" ? fields.source || null : null,
  };
}
