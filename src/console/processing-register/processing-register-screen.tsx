// The processing register as a page that can be read and printed: by activity, what for and on which bases.
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useAnswer } from "../api/use-answer";
import { Facts } from "../design/facts";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { useMoments } from "../words/moments";
import { useConsoleWords, useSharedWords } from "../words/words";
import {
  ProcessingRegisterForPrivacy,
  type ProcessingRegisterForPrivacyQuery,
} from "./processing-register.documents";

type Activity = ProcessingRegisterForPrivacyQuery["processingRegister"][number];

export function Screen() {
  const { register } = useConsoleWords().privacy;
  const answer = useAnswer(ProcessingRegisterForPrivacy, {});
  return (
    <Page
      title={register.title}
      about={register.about}
      actions={
        <Button variant="outlined" color="inherit" data-print="no" onClick={() => print()}>
          {register.print}
        </Button>
      }
    >
      <Answered of={answer} find={({ processingRegister }) => processingRegister} lines={12}>
        {(activities) => (
          <>
            <Contents activities={activities} />
            {activities.map((activity, index) => (
              <Box key={activity.activity} id={anchorOf(index)} sx={{ scrollMarginTop: 16 }}>
                <ActivitySection activity={activity} />
              </Box>
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}

const anchorOf = (index: number) => `activity-${index + 1}`;

function Contents({ activities }: { activities: readonly Activity[] }) {
  const { register } = useConsoleWords().privacy;
  const show = (index: number) =>
    document.getElementById(anchorOf(index))?.scrollIntoView({ block: "start" });
  return (
    <Box
      component="nav"
      aria-label={register.contents}
      sx={{ display: "flex", flexWrap: "wrap", columnGap: 4, rowGap: 1 }}
    >
      {activities.map(({ activity }, index) => (
        <Link key={activity} component="button" type="button" onClick={() => show(index)}>
          {activity}
        </Link>
      ))}
    </Box>
  );
}

function ActivitySection({
  activity: { activity, kind, ourRole, data, conditions, purposes },
}: {
  activity: Activity;
}) {
  const { kinds } = useSharedWords();
  const { register } = useConsoleWords().privacy;
  const roles: Record<string, string> = register.roles;
  return (
    <Section title={activity}>
      <Box sx={{ display: "grid", gap: 4, pt: 1 }}>
        <Facts
          facts={[
            [register.role, roles[ourRole] ?? ourRole],
            [register.kind, kind && kinds[kind]],
            [register.data, data],
            [register.conditions, conditions],
          ]}
        />
        {purposes.length > 0 ? (
          <Purposes title={activity} purposes={purposes} />
        ) : (
          <Box sx={{ color: "text.secondary" }}>{register.noPurpose}</Box>
        )}
      </Box>
    </Section>
  );
}

function Purposes({ title, purposes }: { title: string; purposes: Activity["purposes"] }) {
  const shared = useSharedWords();
  const { register } = useConsoleWords().privacy;
  const { list } = useMoments();
  const cell = {
    textAlign: "start",
    verticalAlign: "baseline",
    py: 1.5,
    pl: 0,
    pr: 4,
    borderTop: 1,
    borderColor: "divider",
    width: "50%",
  } as const;
  return (
    <Box component="table" aria-label={title} sx={{ borderCollapse: "collapse", width: "100%" }}>
      <thead>
        <tr>
          {[register.purpose, register.bases].map((heading) => (
            <Box
              component="th"
              scope="col"
              key={heading}
              sx={{ ...cell, border: 0, color: "text.secondary", typography: "caption" }}
            >
              {heading}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {purposes.map(({ purpose, lawfulBases }) => (
          <tr key={purpose}>
            <Box component="th" scope="row" sx={{ ...cell, fontWeight: 560 }}>
              {shared.purposes[purpose]}
            </Box>
            <Box component="td" sx={cell}>
              {list(lawfulBases.map((basis) => shared.lawfulBases[basis]))}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
