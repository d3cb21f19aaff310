// Who was invited to work with us, the latest first, and what became of it.
import Button from "@mui/material/Button";
import { usePages } from "../api/use-answer";
import { Lines } from "../design/lines";
import { Mark } from "../design/mark";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { Empty, FaultNotice, Waiting } from "../design/states";
import { useConsoleWords, useSharedWords } from "../words/words";
import { InvitationLine } from "./invitation-line";
import { InviteColleague } from "./invite-colleague";
import {
  StaffInvitationResend,
  StaffInvitations,
  StaffInvitationWithdraw,
} from "./staff.documents";
import { useStaffName } from "./use-staff-name";

const PAGE = 50;

export function Screen() {
  const { audiences, act, list } = useSharedWords();
  const { invitations: words } = useConsoleWords().operator;
  const nameOf = useStaffName();
  const pages = usePages(StaffInvitations, { first: PAGE }, (answer) => answer.staffInvitations);
  return (
    <Page title={words.title} about={words.about} actions={<InviteColleague />}>
      {pages.error && <FaultNotice error={pages.error} again={() => void pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data && pages.rows.length === 0 && (
        <Empty icon="mail" title={words.none} detail={words.noneNext} />
      )}
      {pages.rows.length > 0 && (
        <Section title={words.list} isFlush>
          <Lines name={words.list}>
            {pages.rows.map((invitation) => (
              <InvitationLine
                key={invitation.id}
                invitation={invitation}
                by={nameOf(invitation.invitedBy)}
                marks={<Mark>{audiences[invitation.audience]}</Mark>}
                resend={{
                  document: StaffInvitationResend,
                  errorsOf: ({ staffInvitationResend }) => staffInvitationResend.userErrors,
                }}
                withdraw={{
                  document: StaffInvitationWithdraw,
                  errorsOf: ({ staffInvitationWithdraw }) => staffInvitationWithdraw.userErrors,
                }}
                changes={[StaffInvitations.name]}
              />
            ))}
          </Lines>
        </Section>
      )}
      {pages.hasNextPage && (
        <Button
          sx={{ alignSelf: "start" }}
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {pages.isFetchingNextPage ? list.loadingMore : act.showMore}
        </Button>
      )}
    </Page>
  );
}
