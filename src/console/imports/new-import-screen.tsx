// A file is chosen and sent; what it is, its import's own page says then.
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { Link, useNavigate } from "react-router";
import { Faults } from "../design/form/faults";
import { AFTER_SAVING, LeaveGuard } from "../design/form/leave-guard";
import { Page } from "../design/page";
import { Progress } from "../design/progress";
import { Section } from "../design/section";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import { FileChoice } from "./file-choice";
import { ImportSteps } from "./import-steps";
import type { ImportKind } from "./imports.documents";
import { FILE_BYTES_MAXIMUM } from "./upload";
import { useSendFile } from "./use-send-file";

export function Screen() {
  const { act } = useSharedWords();
  const { imports: words } = useConsoleWords().marketing;
  const { number } = useMoments();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ImportKind>("PROSPECTS");
  const [file, setFile] = useState<File | null>(null);
  const sending = useSendFile((id) => void navigate(`/imports/${id}`, { state: AFTER_SAVING }));
  const isTooLarge = file !== null && file.size > FILE_BYTES_MAXIMUM;
  return (
    <Page title={words.add}>
      <LeaveGuard isDirty={sending.isSending} />
      <ImportSteps at={0} />
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (file) sending.send(file, kind);
        }}
        sx={{ display: "grid", gap: 4, maxWidth: 640 }}
      >
        <Section title={words.whatTitle}>
          <KindChoice kind={kind} choose={setKind} isFixed={sending.isSending} />
        </Section>
        <Section title={words.fileTitle} about={words.fileDetail}>
          <Box sx={{ display: "grid", gap: 3 }}>
            <FileChoice file={file} choose={setFile} isFixed={sending.isSending} />
            {isTooLarge && <Alert severity="error">{words.tooLarge}</Alert>}
            <Faults form={sending} />
            {sending.isSending && (
              <Progress
                label={
                  sending.percent < 100
                    ? words.sending(number(Math.floor(sending.percent)))
                    : words.looking
                }
                percent={sending.percent < 100 ? sending.percent : null}
              />
            )}
          </Box>
        </Section>
        <Box sx={{ display: "flex", gap: 2 }}>
          <Button
            type="submit"
            variant="contained"
            disabled={!file || isTooLarge || sending.isSending}
          >
            {words.send}
          </Button>
          {sending.isSending ? (
            <Button color="inherit" onClick={sending.end}>
              {act.cancel}
            </Button>
          ) : (
            <Button color="inherit" component={Link} to="/imports">
              {act.cancel}
            </Button>
          )}
        </Box>
      </Box>
    </Page>
  );
}

type KindChoiceProps = { kind: ImportKind; choose(kind: ImportKind): void; isFixed: boolean };

function KindChoice({ kind, choose, isFixed }: KindChoiceProps) {
  const { imports: words, importKinds } = useConsoleWords().marketing;
  const id = useId();
  const details: Record<ImportKind, string> = {
    PROSPECTS: words.prospectsDetail,
    SUBSCRIBERS: words.subscribersDetail,
  };
  return (
    <RadioGroup
      aria-label={words.whatTitle}
      value={kind}
      onChange={(_event, next) => choose(next as ImportKind)}
      sx={{ gap: 2 }}
    >
      {(["PROSPECTS", "SUBSCRIBERS"] as const).map((each) => (
        <FormControlLabel
          key={each}
          value={each}
          disabled={isFixed}
          sx={{ alignItems: "flex-start", mr: 0 }}
          control={
            <Radio
              size="small"
              sx={{ py: 0.25 }}
              slotProps={{ input: { "aria-describedby": `${id}-${each}` } }}
            />
          }
          label={
            <>
              {importKinds[each]}
              <Typography
                variant="body2"
                color="textSecondary"
                component="span"
                id={`${id}-${each}`}
                sx={{ display: "block" }}
              >
                {details[each]}
              </Typography>
            </>
          }
        />
      ))}
    </RadioGroup>
  );
}
