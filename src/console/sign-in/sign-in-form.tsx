// Signing in, step after step: address and password, as whom, the second factor, recovery codes. The same form stands
// on the first page and over a page whose session ended.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import type { Document } from "../api/document";
import { post } from "../api/post";
import { beginSession } from "../api/session";
import { Field } from "../design/form/field";
import { useFaultWords } from "../design/states";
import { useSharedWords } from "../words/words";
import {
  PasswordResetRequest,
  SignIn,
  SignInChoose,
  SignInConfirm,
  type StepFragment,
} from "./sign-in.documents";
import type { StoryPerson } from "./story-people";
import { StoryPeople } from "./story-people-list";

type Challenge = NonNullable<StepFragment["challenge"]>;
type Stand = {
  challenge: Challenge | null;
  recovery: { codes: string[]; session: Tokens } | null;
  refused: string | null;
};
type Tokens = NonNullable<StepFragment["session"]>;

const START: Stand = { challenge: null, recovery: null, refused: null };
const keepIn = "COOKIE";

export function SignInForm() {
  const words = useSharedWords().signIn;
  const [stand, setStand] = useState<Stand>(START);
  const [story, setStory] = useState<StoryPerson | null>(null);
  const [hasForgotten, setHasForgotten] = useState(false);

  const take = async ({ session, challenge, recoveryCodes, userErrors }: StepFragment) => {
    if (session && recoveryCodes.length === 0) return beginSession(session);
    const recovery = session && { codes: recoveryCodes, session };
    const refused = userErrors[0]?.message ?? null;
    setStand((known) => ({ challenge: refused ? known.challenge : challenge, recovery, refused }));
  };
  const step = useMutation({
    mutationFn: (send: () => Promise<StepFragment>) => send(),
    onSuccess: take,
  });
  const send = (how: () => Promise<StepFragment>) => step.isPending || step.mutate(how);
  const { challenge, recovery, refused } = stand;

  const fault = step.error ? <FaultLine error={step.error} /> : refused;
  if (hasForgotten) return <Forgotten back={() => setHasForgotten(false)} />;
  if (recovery) {
    return (
      <Step
        title={words.recoveryTitle}
        fault={fault}
        submit={() => void beginSession(recovery.session)}
      >
        <Typography variant="body2">{words.recoveryDetail}</Typography>
        <Box component="ul" sx={{ columns: 2, m: 0, p: 0, listStyle: "none" }}>
          {recovery.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </Box>
        <Button type="submit" variant="contained">
          {words.goOn}
        </Button>
      </Step>
    );
  }
  if (!challenge) {
    return (
      <>
        <Credentials
          key={story?.emailAddress}
          story={story}
          fault={fault}
          isSending={step.isPending}
          forget={() => setHasForgotten(true)}
          send={(input) =>
            send(async () => (await asked(SignIn, { input: { ...input, keepIn } })).signIn)
          }
        />
        <StoryPeople choose={setStory} chosen={story} />
      </>
    );
  }
  if (challenge.step === "CHOOSE") {
    return (
      <Choices
        challenge={challenge}
        fault={fault}
        choose={(choice) =>
          send(async () => {
            const input = { challenge: challenge.token, choice, keepIn } as const;
            return (await asked(SignInChoose, { input })).signInChoose;
          })
        }
      />
    );
  }
  return (
    <Code
      challenge={challenge}
      fault={fault}
      isSending={step.isPending}
      again={() => setStand(START)}
      send={(code) =>
        send(async () => {
          const input = { challenge: challenge.token, code, keepIn } as const;
          return (await asked(SignInConfirm, { input })).signInConfirm;
        })
      }
    />
  );
}

/** Nobody is signed in yet: without a token. */
const asked = <Answer, Variables>(document: Document<Answer, Variables>, variables: Variables) =>
  post(document, variables, { bearer: null });

const FaultLine = ({ error }: { error: unknown }) => {
  const { title, detail } = useFaultWords(error);
  return detail || title;
};

type StepProps = { title: string; fault: ReactNode; submit(): void; children: ReactNode };

const Step = ({ title, fault, submit, children }: StepProps) => (
  <Box
    component="form"
    noValidate
    onSubmit={(event: FormEvent) => {
      event.preventDefault();
      submit();
    }}
    sx={{ display: "grid", gap: 3 }}
  >
    <Typography variant="h1">{title}</Typography>
    {fault && (
      <Alert severity="error" role="alert">
        {fault}
      </Alert>
    )}
    {children}
  </Box>
);

type CredentialsProps = {
  story: StoryPerson | null;
  fault: ReactNode;
  isSending: boolean;
  forget(): void;
  send(input: { emailAddress: string; password: string }): void;
};

function Credentials({ story, fault, isSending, forget, send }: CredentialsProps) {
  const words = useSharedWords().signIn;
  const [emailAddress, setEmailAddress] = useState(story?.emailAddress ?? "");
  const [password, setPassword] = useState(story?.password ?? "");
  return (
    <Step title={words.title} fault={fault} submit={() => send({ emailAddress, password })}>
      <Field
        label={words.emailAddress}
        value={emailAddress}
        set={setEmailAddress}
        type="email"
        autoComplete="username"
        isRequired
        isFocused
      />
      <Field
        label={words.password}
        value={password}
        set={setPassword}
        type="password"
        autoComplete="current-password"
        isRequired
      />
      <Button type="submit" variant="contained" disabled={isSending || !emailAddress || !password}>
        {words.title}
      </Button>
      <Link component="button" type="button" onClick={forget} sx={{ justifySelf: "start" }}>
        {words.forgot}
      </Link>
    </Step>
  );
}

type ChoicesProps = { challenge: Challenge; fault: ReactNode; choose(choice: string): void };

function Choices({ challenge, fault, choose }: ChoicesProps) {
  const { signIn: words, audiences } = useSharedWords();
  return (
    <Step title={words.chooseTitle} fault={fault} submit={() => undefined}>
      {challenge.choices.map(({ id, audience, customerName }) => (
        <Button key={id} variant="outlined" onClick={() => choose(id)}>
          {[audiences[audience], customerName].filter(Boolean).join(" · ")}
        </Button>
      ))}
    </Step>
  );
}

type CodeProps = {
  challenge: Challenge;
  fault: ReactNode;
  isSending: boolean;
  again(): void;
  send(code: string): void;
};

function Code({
  challenge: { step, secret, otpauthUri },
  fault,
  isSending,
  again,
  send,
}: CodeProps) {
  const { signIn: words, act } = useSharedWords();
  const [code, setCode] = useState("");
  const isNew = step === "SET_UP_SECOND_FACTOR";
  return (
    <Step
      title={isNew ? words.setUpTitle : words.secondFactorTitle}
      fault={fault}
      submit={() => send(code.trim())}
    >
      {isNew && (
        <>
          <Typography variant="body2">{words.setUpDetail}</Typography>
          <Box sx={{ p: 3, bgcolor: "ground.sunken", borderRadius: 1 }}>
            <Typography variant="caption" component="p">
              {words.secret}
            </Typography>
            <code>{secret}</code>
          </Box>
          {otpauthUri && <Link href={otpauthUri}>{words.setUpLink}</Link>}
        </>
      )}
      <Field
        label={words.code}
        value={code}
        set={setCode}
        hint={words.codeHint}
        autoComplete="one-time-code"
        more={{ inputMode: "numeric" }}
        isRequired
        isFocused
      />
      <Box sx={{ display: "flex", gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending || !code.trim()}>
          {words.confirm}
        </Button>
        <Button color="inherit" onClick={again}>
          {act.back}
        </Button>
      </Box>
    </Step>
  );
}

function Forgotten({ back }: { back(): void }) {
  const { signIn: words, act } = useSharedWords();
  const [emailAddress, setEmailAddress] = useState("");
  const sending = useMutation({
    mutationFn: () => asked(PasswordResetRequest, { input: { emailAddress } }),
  });
  return (
    <Step
      title={words.forgotTitle}
      fault={sending.error && <FaultLine error={sending.error} />}
      submit={() => sending.mutate()}
    >
      <Typography variant="body2">{words.forgotDetail}</Typography>
      {sending.data ? (
        <Alert severity="info" role="status">
          {sending.data.passwordResetRequest.message}
        </Alert>
      ) : (
        <Field
          label={words.emailAddress}
          value={emailAddress}
          set={setEmailAddress}
          type="email"
          autoComplete="username"
          isRequired
          isFocused
        />
      )}
      <Box sx={{ display: "flex", gap: 2 }}>
        {!sending.data && (
          <Button type="submit" variant="contained" disabled={sending.isPending || !emailAddress}>
            {words.sendLink}
          </Button>
        )}
        <Button color="inherit" onClick={back}>
          {act.back}
        </Button>
      </Box>
    </Step>
  );
}
