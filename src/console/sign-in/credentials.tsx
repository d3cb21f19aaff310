// The first step: the address and the password.
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useState, type ReactNode } from "react";
import { Field } from "../design/form/field";
import { useSharedWords } from "../words/words";
import { Step } from "./step";
import type { StoryPerson } from "./story-people";

type CredentialsProps = {
  story: StoryPerson | null;
  fault: ReactNode;
  isSending: boolean;
  forget(): void;
  send(input: { emailAddress: string; password: string }): void;
};

export function Credentials({ story, fault, isSending, forget, send }: CredentialsProps) {
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
