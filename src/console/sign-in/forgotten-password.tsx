// A link for a new password. The answer is the same whether we know the address or not.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "../design/form/field";
import { useSharedWords } from "../words/words";
import { asked } from "./challenge";
import { PasswordResetRequest } from "./sign-in.documents";
import { FaultLine, Step } from "./step";

export function ForgottenPassword({ back }: { back(): void }) {
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
