// The session ended while somebody was at work: they sign in over the page, and what they typed is still there.
import Alert from "@mui/material/Alert";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import Typography from "@mui/material/Typography";
import { useSharedWords } from "../words/words";
import { SignInForm } from "./sign-in-form";

export function SessionOver() {
  const { signIn } = useSharedWords();
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
        <SignInForm />
      </DialogContent>
    </Dialog>
  );
}
