// One's own account: where one is signed in, the password, and the second factor.
import Button from "@mui/material/Button";
import Box from "@mui/material/Box";
import { SessionEndOthers } from "../api/session.documents";
import { useSigningOut } from "../app/use-signing-out";
import { useAct, usePages } from "../api/use-answer";
import { Faults } from "../design/form/faults";
import { Field } from "../design/form/field";
import { useForm } from "../design/form/use-form";
import { Mark } from "../design/mark";
import { Moment } from "../design/moment";
import { Page } from "../design/page";
import { Section } from "../design/section";
import { FaultNotice, Waiting } from "../design/states";
import { tell } from "../design/toasts";
import { useSharedWords } from "../words/words";
import { MySessions, PasswordChange, SessionEnd } from "./account.documents";
import { SecondFactor } from "./second-factor";

const SHOWN = 25;

export function Screen() {
  const { account } = useSharedWords();
  return (
    <Page title={account.title}>
      <Sessions />
      <Password />
      <SecondFactor />
    </Page>
  );
}

function Sessions() {
  const { account, audiences, frame, list, act } = useSharedWords();
  const signingOut = useSigningOut();
  const sessions = usePages(MySessions, { first: SHOWN }, ({ mySessions }) => mySessions);
  const end = useAct(SessionEnd, {
    changes: [MySessions.name],
    done: () => tell({ text: account.sessionEnded }),
  });
  const endOthers = useAct(SessionEndOthers, {
    changes: [MySessions.name],
    done: ({ sessionEndOthers: { endedCount } }) =>
      tell({ text: frame.signedOutElsewhere(endedCount) }),
  });
  const hasOthers = sessions.rows.some(({ endedAt, isCurrent }) => !endedAt && !isCurrent);
  return (
    <Section
      title={account.sessions}
      isFlush
      actions={
        <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap", justifyContent: "flex-end" }}>
          {hasOthers && (
            <Button
              variant="outlined"
              color="inherit"
              disabled={endOthers.isPending}
              onClick={() => endOthers.mutate({})}
            >
              {account.endOthers}
            </Button>
          )}
          <Button variant="outlined" color="inherit" onClick={signingOut.everywhere}>
            {frame.signOutEverywhere}
          </Button>
        </Box>
      }
    >
      {sessions.isPending && <Waiting />}
      {sessions.error && (
        <FaultNotice error={sessions.error} again={() => void sessions.refetch()} />
      )}
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {sessions.rows.map((session) => (
          <Box
            component="li"
            key={session.id}
            sx={{
              display: "flex",
              gap: 3,
              alignItems: "center",
              px: 4,
              py: 2,
              borderTop: 1,
              borderColor: "divider",
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <div dir="auto">{session.device ?? account.unknownDevice}</div>
              <Box sx={{ typography: "body2", color: "text.secondary" }}>
                {audiences[session.audience]} · {account.startedAt}{" "}
                <Moment at={session.startedAt} />
                {session.lastUsedAt && (
                  <>
                    {" · "}
                    {account.lastUsedAt} <Moment at={session.lastUsedAt} />
                  </>
                )}
              </Box>
            </Box>
            {session.isCurrent && <Mark tone="OPEN">{account.thisSession}</Mark>}
            {session.endedAt && <Mark>{account.ended}</Mark>}
            {!session.endedAt && !session.isCurrent && (
              <Button
                variant="outlined"
                color="inherit"
                disabled={end.isPending}
                onClick={() => end.mutate({ input: { id: session.id } })}
              >
                {account.endSession}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {sessions.hasNextPage && (
        <Button
          onClick={() => void sessions.fetchNextPage()}
          disabled={sessions.isFetchingNextPage}
          sx={{ m: 2 }}
        >
          {sessions.isFetchingNextPage ? list.loadingMore : act.showMore}
        </Button>
      )}
    </Section>
  );
}

const NO_PASSWORDS = { password: "", newPassword: "" };

function Password() {
  const { account } = useSharedWords();
  const form = useForm({
    initial: NO_PASSWORDS,
    document: PasswordChange,
    input: (input: typeof NO_PASSWORDS) => ({ input }),
    errorsOf: ({ passwordChange }) => passwordChange.userErrors,
    changes: [MySessions.name],
    done: () => {
      form.reset();
      tell({ text: account.passwordChanged });
    },
  });
  return (
    <Section title={account.password}>
      <Box
        component="form"
        noValidate
        onSubmit={form.submit}
        sx={{ display: "grid", gap: 3, maxWidth: 380 }}
      >
        <Faults form={form} />
        <Field
          label={account.passwordNow}
          {...form.field("password")}
          type="password"
          autoComplete="current-password"
        />
        <Field
          label={account.passwordNew}
          {...form.field("newPassword")}
          hint={account.passwordRule}
          type="password"
          autoComplete="new-password"
        />
        <Button
          type="submit"
          variant="contained"
          disabled={form.isSending || !form.fields.password || !form.fields.newPassword}
          sx={{ justifySelf: "start" }}
        >
          {account.changePassword}
        </Button>
      </Box>
    </Section>
  );
}
