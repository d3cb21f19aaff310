// How many prospects are still to be told that we hold their data (GDPR Art. 14(3)), as counted each night.
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useAnswer } from "../api/use-answer";
import { Moment } from "../design/moment";
import { Answered } from "../design/states";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";
import { ProspectsToInform } from "./informing.documents";

export function DueToBeInformed() {
  const { informing } = useConsoleWords().privacy;
  const answer = useAnswer(ProspectsToInform, {});
  return (
    <Answered of={answer} find={(found) => ({ counted: found.prospectsDueToBeInformed })} lines={2}>
      {({ counted }) =>
        counted === null ? (
          <Typography>{informing.notCounted}</Typography>
        ) : (
          <Box sx={{ display: "grid", gap: 3 }}>
            <Box
              sx={{
                display: "grid",
                gap: 4,
                gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" },
              }}
            >
              <Figure
                value={counted.dueSoon}
                title={informing.dueSoon(counted.dueWithinDays)}
                about={informing.dueSoonAbout}
              />
              <Figure
                value={counted.missed}
                title={informing.missed}
                about={informing.missedAbout}
              />
            </Box>
            <Typography variant="caption" color="textSecondary">
              {informing.asOf} <Moment at={counted.asOf} />
            </Typography>
          </Box>
        )
      }
    </Answered>
  );
}

function Figure({ value, title, about }: { value: number; title: string; about: string }) {
  const { number } = useMoments();
  return (
    <Box>
      <Box sx={{ fontSize: "1.75rem", fontWeight: 620, lineHeight: 1.2 }}>{number(value)}</Box>
      <Box sx={{ fontWeight: 560 }}>{title}</Box>
      <Typography variant="body2" color="textSecondary">
        {about}
      </Typography>
    </Box>
  );
}
