// The first page of an account administrator: what waits, and who looked lately.
import Typography from "@mui/material/Typography";
import { useAnswer } from "../api/use-answer";
import { useViewer } from "../app/viewer";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Answered } from "../design/states";
import { useMoments } from "../words/moments";
import { usePortalWords } from "../words/words";
import { LatestAccessesToOurData } from "./accesses.documents";
import { isThere } from "../exports/file-is-there";
import { Lately } from "./lately";
import { WhatWaitsForAdministrator, type WhatWaitsForAdministratorQuery } from "./start.documents";
import { WaitingList, type Waiting } from "./waiting-list";

const LATEST = 6;

export function Screen() {
  const { start } = usePortalWords().portal;
  const waits = useAnswer(WhatWaitsForAdministrator, {});
  const latest = useAnswer(LatestAccessesToOurData, { first: LATEST });
  const thingsOf = useWaiting();
  return (
    <Page title={start.title} about={waits.data?.customer?.name}>
      <Section title={start.waits} isFlush>
        <Answered of={waits} find={thingsOf}>
          {(things) =>
            things.length > 0 ? (
              <WaitingList things={things} />
            ) : (
              <Typography color="textSecondary" sx={{ px: 4, pb: 4 }}>
                {start.nothingWaits}
              </Typography>
            )
          }
        </Answered>
      </Section>
      <Lately about={start.lookedAbout} of={latest} to="/accesses" />
    </Page>
  );
}

function useWaiting(): (answer: WhatWaitsForAdministratorQuery) => Waiting[] {
  const { start } = usePortalWords().portal;
  const { number, near } = useMoments();
  const { id: viewerId } = useViewer();
  const firstOf = (of: readonly { expiresAt: string | null }[]) =>
    near(of.map(({ expiresAt }) => expiresAt ?? "").sort()[0] ?? "");
  return ({ customer, userInvitations, administrators, exports }) => {
    const open = userInvitations.nodes.filter(({ state }) => state === "OPEN");
    const expired = userInvitations.nodes.filter(({ state }) => state === "EXPIRED");
    const files = exports.nodes.filter((each) => each.createdBy === viewerId && isThere(each));
    const restricted = customer?.restrictedRecords ?? [];
    const things: (Waiting | false)[] = [
      open.length > 0 && {
        id: "open",
        icon: "mail",
        title: start.openInvitations(number(open.length)),
        detail: start.openUntil(firstOf(open)),
        to: "/invitations",
      },
      expired.length > 0 && {
        id: "expired",
        icon: "hourglass",
        title: start.expiredInvitations(number(expired.length)),
        detail: start.expiredNext,
        to: "/invitations",
      },
      administrators.nodes.length === 1 && {
        id: "administrator",
        icon: "people",
        title: start.onlyAdministrator,
        detail: start.onlyAdministratorNext,
        to: "/users",
      },
      restricted.length > 0 && {
        id: "restricted",
        icon: "lock",
        title: start.restricted(number(restricted.length)),
        detail: start.restrictedNext,
        to: "/company",
      },
      files.length > 0 && {
        id: "files",
        icon: "download",
        title: start.files(number(files.length)),
        detail: start.filesUntil(firstOf(files)),
        to: "/exports",
      },
    ];
    return things.filter((thing) => thing !== false);
  };
}
