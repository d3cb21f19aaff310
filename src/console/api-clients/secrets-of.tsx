// A client's secrets: none is shown, only since when each serves and when it ends. Two are live at the most, so that a
// tool changes over without a pause.
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useMayAsk } from "../app/use-may-ask";
import { AskedFirst } from "../design/form/asked-first";
import { FormDialog } from "../design/form/dialog";
import { useForm } from "../design/form/use-form";
import { Line, Lines } from "../design/lines";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { Section } from "../design/section";
import { Empty } from "../design/states";
import { tell } from "../design/toasts";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { ApiClient, ApiClientSecretAdd, ApiClientSecretEnd } from "./api-clients.documents";
import { isLive, type Client, type Secret } from "./client";
import { SecretOnce } from "./secret-once";

export function SecretsOf({ client }: { client: Client }) {
  const { clients: words } = useConsoleWords().operator;
  const mayAsk = useMayAsk();
  const secrets = client.secrets.nodes;
  const mayAdd = mayAsk(ApiClientSecretAdd) && !client.revokedAt;
  return (
    <Section
      title={words.secrets}
      about={words.secretsAbout}
      isFlush
      actions={mayAdd && <Add client={client} />}
    >
      {secrets.length === 0 ? (
        <Empty icon="key" title={words.noSecret} detail={words.noSecretNext} />
      ) : (
        <Lines name={words.secrets}>
          {secrets.map((secret, index) => (
            <SecretLine
              key={secret.id}
              secret={secret}
              client={client}
              number={secrets.length - index}
            />
          ))}
        </Lines>
      )}
    </Section>
  );
}

type SecretLineProps = { secret: Secret; client: Client; number: number };

function SecretLine({ secret, client, number }: SecretLineProps) {
  const { clients: words } = useConsoleWords().operator;
  const { moment } = useMoments();
  const mayAsk = useMayAsk();
  const serves = isLive(secret) && !client.revokedAt;
  const isLast = client.secrets.nodes.filter(isLive).length === 1;
  return (
    <Line
      title={words.secretNumber(number)}
      detail={
        <>
          {words.madeAt} <Moment at={secret.createdAt} />
          {secret.endedAt &&
            ` · ${(serves ? words.endsAt : words.endedAt)(moment(secret.endedAt))}`}
        </>
      }
      marks={
        serves ? (
          <Mark tone={secret.endedAt ? "WAITING" : "OPEN"}>
            {secret.endedAt ? words.ending : words.states.LIVE}
          </Mark>
        ) : (
          <Mark tone="CLOSED">{words.secretEnded}</Mark>
        )
      }
      actions={
        serves &&
        mayAsk(ApiClientSecretEnd) && (
          <AskedFirst
            title={words.endSecret}
            question={words.endSecretQuestion(number)}
            isDangerous
            document={ApiClientSecretEnd}
            variables={{ input: { id: secret.id } }}
            errorsOf={({ apiClientSecretEnd }) => apiClientSecretEnd.userErrors}
            changes={[ApiClient.name]}
            done={() => tell({ text: words.secretEndedNow })}
          >
            <Typography>{words.endSecretDetail}</Typography>
            {isLast && <Typography>{words.endLastSecret(client.name)}</Typography>}
          </AskedFirst>
        )
      }
    />
  );
}

function Add({ client }: { client: Client }) {
  const { clients: words } = useConsoleWords().operator;
  const [isAsked, setAsked] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initial: {},
    document: ApiClientSecretAdd,
    input: () => ({ input: { id: client.id } }),
    errorsOf: ({ apiClientSecretAdd }) => apiClientSecretAdd.userErrors,
    changes: [ApiClient.name],
    done: ({ apiClientSecretAdd }) => {
      setAsked(false);
      setSecret(apiClientSecretAdd.secret);
    },
  });
  const open = () => {
    form.reset();
    setAsked(true);
  };
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={open}>
        {words.addSecret}
      </Button>
      <FormDialog
        isOpen={isAsked}
        title={words.addSecretQuestion}
        close={() => setAsked(false)}
        act={words.addSecret}
        form={form}
      >
        <Typography>{words.addSecretDetail}</Typography>
      </FormDialog>
      {secret !== null && (
        <SecretOnce client={client} secret={secret} kept={() => setSecret(null)} />
      )}
    </>
  );
}
