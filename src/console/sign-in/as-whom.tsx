// Whoever has several roles, or several customers, says as whom they come.
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useSharedWords } from "../words/words";
import type { Challenge } from "./challenge";
import { Step } from "./step";

type AsWhomProps = { challenge: Challenge; fault: ReactNode; choose(choice: string): void };

export function AsWhom({ challenge, fault, choose }: AsWhomProps) {
  const { signIn: words, audiences } = useSharedWords();
  return (
    <Step title={words.chooseTitle} fault={fault} submit={() => undefined}>
      {challenge.choices.map(({ id, audience, customerName }) => (
        <Button key={id} variant="outlined" onClick={() => choose(id)}>
          {audiences[audience]}
          {customerName && (
            <>
              {" · "}
              <bdi>{customerName}</bdi>
            </>
          )}
        </Button>
      ))}
    </Step>
  );
}
