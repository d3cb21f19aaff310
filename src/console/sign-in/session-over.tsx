// The session ended while somebody was at work: they sign in over the page, and what they typed is still there.
import Alert from "@mui/material/Alert";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useSharedWords } from "../words/words";
import { SignInForm } from "./sign-in-form";
import { IsOverPage } from "./step";

export function SessionOver() {
  const { signIn } = useSharedWords();
  const client = useQueryClient();
  // what was refused meanwhile is asked again
  useEffect(() => () => void client.invalidateQueries(), [client]);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      slotProps={{ paper: { "aria-label": signIn.title, "aria-labelledby": undefined } }}
    >
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 4 }}>
          {signIn.over}
          <Typography variant="body2">{signIn.overAnother}</Typography>
        </Alert>
        <IsOverPage value>
          <SignInForm />
        </IsOverPage>
      </DialogContent>
    </Dialog>
  );
}
