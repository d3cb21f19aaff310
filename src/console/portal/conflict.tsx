// Somebody else changed the same thing meanwhile: both values of each field, and the person chooses.
import Alert from "@mui/material/Alert";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { usePortalWords, useSharedWords } from "../words/words";

export type Pick = "THEIRS" | "YOURS";

type Differing<Name> = {
  name: Name;
  title: string;
  theirs: string;
  yours: string;
  /** Whether the person typed it, or left it as it stood. */
  isTyped: boolean;
  pick: Pick;
};

type ConflictProps<Name extends string> = {
  fields: readonly Differing<Name>[];
  choose(name: Name, pick: Pick): void;
};

export function Conflict<Name extends string>({ fields, choose }: ConflictProps<Name>) {
  const { form } = useSharedWords();
  const { conflict } = usePortalWords().portal;
  return (
    <>
      <Alert severity="warning" role="alert">
        {form.conflictTitle}. {fields.length > 0 ? form.conflictDetail : conflict.nothingDiffers}
      </Alert>
      {fields.map(({ name, title, theirs, yours, isTyped, pick }) => (
        <FormControl key={name}>
          <FormLabel>{title}</FormLabel>
          <RadioGroup value={pick} onChange={(_event, value) => choose(name, value as Pick)}>
            <Choice pick="THEIRS" said={theirs} whose={form.theirs} />
            <Choice pick="YOURS" said={yours} whose={isTyped ? form.yours : conflict.asSeen} />
          </RadioGroup>
        </FormControl>
      ))}
    </>
  );
}

const Choice = ({ pick, said, whose }: { pick: Pick; said: string; whose: string }) => (
  <FormControlLabel
    value={pick}
    control={<Radio size="small" />}
    label={
      <>
        {whose}: <b dir="auto">{said}</b>
      </>
    }
  />
);
