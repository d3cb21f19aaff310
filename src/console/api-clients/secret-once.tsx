// A secret that was just made: shown once, and gone when its operator says that it is kept. Beside it a line to paste,
// which shows that it works.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { CopiedText } from "../design/copied-text";
import { useConsoleWords } from "../words/words";

type SecretOnceProps = { client: { id: string; name: string }; secret: string; kept(): void };

export function SecretOnce({ client, secret, kept }: SecretOnceProps) {
  const { clients: words } = useConsoleWords().operator;
  const id = useId();
  return (
    // Esc and a click beside it leave it open: what is lost here can't be looked up
    <Dialog open aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{words.secretOf(client.name)}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: "grid", gap: 4 }}>
          <Alert severity="warning">{words.secretOnce}</Alert>
          <CopiedText label={words.identifier} text={client.id} />
          <CopiedText label={words.secret} text={secret} />
          <CopiedText label={words.tryIt} text={trial(client.id, secret)} />
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 5 }}>
        <Button variant="contained" onClick={kept}>
          {words.kept}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Gets a token as OAuth 2.0 client credentials say (RFC 6749 §4.4), and asks with it. */
const trial = (id: string, secret: string) =>
  [
    `TOKEN=$(curl -s ${location.origin}/oauth/token -u '${id}:${secret}' \\`,
    `  -d grant_type=client_credentials | sed -E 's/.*"access_token":"([^"]+)".*/\\1/')`,
    `curl -s ${location.origin}/graphql -H "authorization: Bearer $TOKEN" \\`,
    `  -H 'content-type: application/json' -d '{"query":"{ viewer { audience } }"}'`,
  ].join("\n");
