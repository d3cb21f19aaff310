// The second factor: its code, and first its secret where there is none yet.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useState, type ReactNode } from "react";
import { Field } from "../design/form/field";
import { useSharedWords } from "../words/words";
import type { Challenge } from "./challenge";
import { Step } from "./step";

type SecondFactorCodeProps = {
  challenge: Challenge;
  fault: ReactNode;
  isSending: boolean;
  again(): void;
  send(code: string): void;
};

export function SecondFactorCode({
  challenge: { step, secret, otpauthUri },
  fault,
  isSending,
  again,
  send,
}: SecondFactorCodeProps) {
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
