// The end of the contract: for good, so the company's name has to be typed. With it the session of whoever ended it is over.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { FormDialog } from "../design/form/dialog";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { useMoments } from "../words/moments";
import { readsTheSame } from "../words/isolated";
import { usePortalWords } from "../words/words";
import { OurContractEnd, type OurCompanyQuery } from "./company.documents";

type Company = NonNullable<OurCompanyQuery["customer"]>;

export function EndContract({ company, close }: { company: Company; close(): void }) {
  const { company: words } = usePortalWords().portal;
  const { number } = useMoments();
  const [closed, setClosed] = useState<number | null>(null);
  const form = useForm({
    initial: { name: "" },
    document: OurContractEnd,
    input: () => ({ input: { id: company.id } }),
    errorsOf: ({ customerEndContract }) => customerEndContract.userErrors,
    done: ({ customerEndContract: { closedRecords } }) => setClosed(closedRecords ?? 0),
  });
  if (closed !== null) {
    return (
      <Dialog open fullWidth maxWidth="xs" aria-label={words.ended}>
        <DialogTitle>{words.ended}</DialogTitle>
        <DialogContent>{words.endedDetail(number(closed))}</DialogContent>
        <DialogActions sx={{ px: 6, pb: 5 }}>
          <Button variant="contained" onClick={() => location.reload()}>
            {words.leave}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <FormDialog
      isOpen
      isDangerous
      title={words.endTitle}
      close={close}
      act={words.end}
      form={form}
      isBlocked={!readsTheSame(form.fields.name, company.name)}
    >
      <Alert severity="error">{words.contractAbout}</Alert>
      <div>
        <Typography>{words.endCloses}</Typography>
        <Box component="ul" sx={{ my: 1, pl: 5 }}>
          <li>{words.endUsers(number(company.platformUserCount))}</li>
          <li>{words.endYou}</li>
          <li>{words.endContacts}</li>
        </Box>
        <Typography variant="body2" color="textSecondary">
          {words.endKept}
        </Typography>
      </div>
      <Field
        label={words.typeName(company.name)}
        value={form.fields.name}
        set={(name) => form.set({ name })}
      />
    </FormDialog>
  );
}
