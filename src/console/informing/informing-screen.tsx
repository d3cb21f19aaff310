// Prospects who have to be told that we hold their data, in figures: nobody is named here.
import Typography from "@mui/material/Typography";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { useConsoleWords, useSharedWords } from "../words/words";
import { DueToBeInformed } from "./due-to-be-informed";

export function Screen() {
  const { kinds } = useSharedWords();
  const { informing } = useConsoleWords().privacy;
  return (
    <Page title={informing.title} about={informing.about}>
      <Section title={kinds.PROSPECT}>
        <DueToBeInformed />
      </Section>
      <Typography variant="body2" color="textSecondary">
        {informing.next}
      </Typography>
    </Page>
  );
}
