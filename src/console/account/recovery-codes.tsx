// Recovery codes, shown once: to be copied or printed, until the person says that they are kept.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { Icon } from "../design/icons";
import { tell } from "../design/toasts";
import { useSharedWords } from "../words/words";

export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done(): void }) {
  const { account, act, signIn } = useSharedWords();
  const copy = () =>
    void navigator.clipboard
      .writeText(codes.join("\n"))
      .then(() => tell({ text: act.copied }))
      .catch(() => tell({ text: account.copyByHand, isFault: true }));
  return (
    <Box sx={{ maxWidth: 460 }}>
      <Alert severity="success" sx={{ mb: 3 }}>
        {account.secondFactorChanged}
      </Alert>
      <Typography variant="h3">{signIn.recoveryTitle}</Typography>
      <Typography variant="body2" color="textSecondary">
        {signIn.recoveryDetail}
      </Typography>
      <Box
        component="ul"
        aria-label={signIn.recoveryTitle}
        sx={{
          ...{ columns: 2, listStyle: "none", m: 0, my: 3, p: 3 },
          ...{ bgcolor: "ground.sunken", borderRadius: 1 },
        }}
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </Box>
      <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap" }} data-print="no">
        <Button variant="outlined" color="inherit" startIcon={<Icon name="copy" />} onClick={copy}>
          {act.copy}
        </Button>
        <Button variant="outlined" color="inherit" onClick={() => print()}>
          {account.print}
        </Button>
        <Button variant="contained" onClick={done}>
          {account.kept}
        </Button>
      </Box>
    </Box>
  );
}
