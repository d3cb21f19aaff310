// A masked address, and the whole one once somebody has said that they need it. It is gone again with the page.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { Document } from "../../api/document";
import { useSharedWords } from "../../words/words";
import { FormDialog } from "../form/dialog";
import { useForm, type UserError } from "../form/use-form";
import { Icon } from "../icons";
import { tell } from "../toasts";

type Revealing<Input> = {
  masked: string;
  document: Document<
    { revealEmailAddress: { emailAddress: string | null; userErrors: UserError[] } },
    { input: Input }
  >;
  input: Input;
};

export function RevealedAddress<Input>({ masked, document, input }: Revealing<Input>) {
  const { act, person } = useSharedWords();
  const [isAsked, setAsked] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const form = useForm({
    initial: {},
    document,
    input: () => ({ input }),
    errorsOf: ({ revealEmailAddress }) => revealEmailAddress.userErrors,
    done: ({ revealEmailAddress: { emailAddress } }) => {
      setAddress(emailAddress);
      setAsked(false);
      tell({ text: person.revealed });
    },
  });
  if (address !== null) {
    return (
      <Box sx={{ display: "inline-flex", alignItems: "center", gap: 2, flexWrap: "wrap" }}>
        <span data-revealed>{address}</span>
        <Button
          size="small"
          startIcon={<Icon name="copy" />}
          onClick={() =>
            void navigator.clipboard.writeText(address).then(() => tell({ text: act.copied }))
          }
        >
          {act.copy}
        </Button>
      </Box>
    );
  }
  return (
    <Box sx={{ display: "inline-flex", alignItems: "center", gap: 2 }}>
      <span>{masked}</span>
      <Button size="small" startIcon={<Icon name="eye" />} onClick={() => setAsked(true)}>
        {person.reveal}
      </Button>
      <FormDialog
        isOpen={isAsked}
        title={person.revealTitle}
        close={() => setAsked(false)}
        act={person.reveal}
        form={form}
      >
        <Typography>{person.revealDetail}</Typography>
      </FormDialog>
    </Box>
  );
}
