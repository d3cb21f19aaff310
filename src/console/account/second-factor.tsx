// A second factor of one's own: set up, or another one in its place, and new recovery codes. The password is asked once
// more; secret and codes are shown once.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm, type BoundField } from "../design/form/use-form";
import { Section } from "../design/section";
import { useSharedWords } from "../words/words";
import {
  RecoveryCodesRenew,
  SecondFactorBegin,
  SecondFactorConfirm,
  type SecondFactorBeginMutation,
} from "./account.documents";
import { QrCode } from "./qr-code";
import { RecoveryCodes } from "./recovery-codes";

type Challenge = NonNullable<SecondFactorBeginMutation["secondFactorBegin"]["challenge"]>;
type Step = "BEGIN" | "RENEW" | Challenge | null;

export function SecondFactor() {
  const { account } = useSharedWords();
  const [step, setStep] = useState<Step>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const close = () => setStep(null);
  const show = (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes);
    close();
  };
  return (
    <Section title={account.secondFactor} about={account.secondFactorDetail}>
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} done={() => setCodes([])} />
      ) : (
        <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }}>
          <Button variant="contained" onClick={() => setStep("BEGIN")}>
            {account.beginSecondFactor}
          </Button>
          <Button variant="outlined" color="inherit" onClick={() => setStep("RENEW")}>
            {account.renewCodes}
          </Button>
        </Box>
      )}
      {step === "BEGIN" && <Begin close={close} go={setStep} />}
      {step === "RENEW" && <Renew close={close} show={show} />}
      {step !== null && typeof step === "object" && (
        <Confirm challenge={step} close={close} show={show} />
      )}
    </Section>
  );
}

const NO_PASSWORD = { password: "" };

function Begin({ close, go }: { close(): void; go(challenge: Challenge): void }) {
  const { account, act } = useSharedWords();
  const form = useForm({
    initial: NO_PASSWORD,
    document: SecondFactorBegin,
    input: (input) => ({ input }),
    errorsOf: ({ secondFactorBegin }) => secondFactorBegin.userErrors,
    done: ({ secondFactorBegin: { challenge } }) => challenge && go(challenge),
  });
  return (
    <FormDialog
      isOpen
      title={account.beginSecondFactor}
      close={close}
      act={act.next}
      form={form}
      isBlocked={!form.fields.password}
    >
      <Typography variant="body2">{account.beginDetail}</Typography>
      <PasswordOnceMore {...form.field("password")} />
    </FormDialog>
  );
}

type Showing = { close(): void; show(recoveryCodes: readonly string[]): void };

function Renew({ close, show }: Showing) {
  const { account } = useSharedWords();
  const form = useForm({
    initial: NO_PASSWORD,
    document: RecoveryCodesRenew,
    input: (input) => ({ input }),
    errorsOf: ({ recoveryCodesRenew }) => recoveryCodesRenew.userErrors,
    done: ({ recoveryCodesRenew }) => show(recoveryCodesRenew.recoveryCodes),
  });
  return (
    <FormDialog
      isOpen
      title={account.renewCodes}
      close={close}
      act={account.renewCodes}
      form={form}
      isBlocked={!form.fields.password}
    >
      <Typography variant="body2">{account.renewDetail}</Typography>
      <PasswordOnceMore {...form.field("password")} />
    </FormDialog>
  );
}

function PasswordOnceMore(field: BoundField) {
  const { signIn } = useSharedWords();
  return (
    <Field
      label={signIn.password}
      {...field}
      type="password"
      autoComplete="current-password"
      isRequired
      isFocused
    />
  );
}

function Confirm({ challenge, close, show }: Showing & { challenge: Challenge }) {
  const { account, signIn } = useSharedWords();
  const { token, secret, otpauthUri } = challenge;
  const form = useForm({
    initial: { code: "" },
    document: SecondFactorConfirm,
    input: ({ code }) => ({ input: { challenge: token, code: code.trim() } }),
    errorsOf: ({ secondFactorConfirm }) => secondFactorConfirm.userErrors,
    done: ({ secondFactorConfirm }) => show(secondFactorConfirm.recoveryCodes),
  });
  return (
    <FormDialog
      isOpen
      title={signIn.setUpTitle}
      close={close}
      act={signIn.confirm}
      form={form}
      isBlocked={!form.fields.code.trim()}
    >
      <Typography variant="body2">{account.scanDetail}</Typography>
      {otpauthUri && <QrCode text={otpauthUri} title={account.qrCode} />}
      <Box sx={{ p: 3, bgcolor: "ground.sunken", borderRadius: 1 }}>
        <Typography variant="caption" component="p">
          {signIn.secret}
        </Typography>
        <code>{secret}</code>
      </Box>
      {otpauthUri && <Link href={otpauthUri}>{signIn.setUpLink}</Link>}
      <Field
        label={signIn.code}
        {...form.field("code")}
        hint={account.codeHint}
        autoComplete="one-time-code"
        more={{ inputMode: "numeric" }}
        isRequired
        isFocused
      />
    </FormDialog>
  );
}
