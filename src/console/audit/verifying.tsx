// How anybody verifies the audit offline, with a file and our public keys.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useConsoleWords, useSharedWords } from "../words/words";

const COMMANDS = [
  null,
  `curl -s -o audit-keys.json ${location.origin}/.well-known/audit-keys.json`,
  "npm run --silent audit:verify -- log.ndjson --keys audit-keys.json",
];

export function Verifying({ close }: { close(): void }) {
  const { act } = useSharedWords();
  const { audit } = useConsoleWords().privacy;
  const id = useId();
  return (
    <Dialog open onClose={close} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{audit.verifyTitle}</DialogTitle>
      <DialogContent>
        <Typography>{audit.verifyAbout}</Typography>
        <Box component="ol" sx={{ pl: 5, "& > li + li": { mt: 3 } }}>
          {audit.verifySteps.map((step, index) => (
            <li key={step}>
              {step}
              {COMMANDS[index] && <Command>{COMMANDS[index]}</Command>}
            </li>
          ))}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {audit.verifyEnd}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5 }}>
        <Button onClick={close}>{act.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

const Command = ({ children }: { children: string }) => (
  <Box
    component="pre"
    tabIndex={0}
    sx={{
      m: 0,
      mt: 1,
      p: 2,
      overflowX: "auto",
      fontSize: "0.75rem",
      bgcolor: "ground.sunken",
      border: 1,
      borderColor: "divider",
      borderRadius: 1,
    }}
  >
    {children}
  </Box>
);
