// The recovery codes, once, before one goes on.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useSharedWords } from "../words/words";
import { Step } from "./step";

type RecoveryCodesOnceProps = { codes: readonly string[]; fault: ReactNode; goOn(): void };

export function RecoveryCodesOnce({ codes, fault, goOn }: RecoveryCodesOnceProps) {
  const { signIn: words } = useSharedWords();
  return (
    <Step title={words.recoveryTitle} fault={fault} submit={goOn}>
      <Typography variant="body2">{words.recoveryDetail}</Typography>
      <Box component="ul" sx={{ columns: 2, m: 0, p: 0, listStyle: "none" }}>
        {codes.map((code) => (
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
