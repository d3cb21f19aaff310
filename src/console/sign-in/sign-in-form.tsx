// Signing in, step after step: address and password, as whom, the second factor, recovery codes. The same form stands
// on the first page and over a page whose session ended.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { beginSession } from "../api/session";
import { AsWhom } from "./as-whom";
import { asked, type Challenge, type Tokens } from "./challenge";
import { Credentials } from "./credentials";
import { ForgottenPassword } from "./forgotten-password";
import { RecoveryCodesOnce } from "./recovery-codes-once";
import { SecondFactorCode } from "./second-factor-code";
import { SignIn, SignInChoose, SignInConfirm, type StepFragment } from "./sign-in.documents";
import { FaultLine } from "./step";
import type { StoryPerson } from "./story-people";
import { StoryPeople } from "./story-people-list";

type Stand = {
  challenge: Challenge | null;
  recovery: { codes: string[]; session: Tokens } | null;
  refused: string | null;
};

const START: Stand = { challenge: null, recovery: null, refused: null };
const keepIn = "COOKIE";

export function SignInForm() {
  const [stand, setStand] = useState<Stand>(START);
  const [story, setStory] = useState<StoryPerson | null>(null);
  const [hasForgotten, setHasForgotten] = useState(false);

  const take = async ({ session, challenge, recoveryCodes, userErrors }: StepFragment) => {
    if (session && recoveryCodes.length === 0) return beginSession(session);
    const recovery = session && { codes: recoveryCodes, session };
    const refused = userErrors[0]?.message ?? null;
    setStand((known) => ({ challenge: refused ? known.challenge : challenge, recovery, refused }));
  };
  const step = useMutation({
    mutationFn: (send: () => Promise<StepFragment>) => send(),
    onSuccess: take,
  });
  const send = (how: () => Promise<StepFragment>) => step.isPending || step.mutate(how);
  const { challenge, recovery, refused } = stand;

  const fault = step.error ? <FaultLine error={step.error} /> : refused;
  if (hasForgotten) return <ForgottenPassword back={() => setHasForgotten(false)} />;
  if (recovery) {
    return (
      <RecoveryCodesOnce
        codes={recovery.codes}
        fault={fault}
        goOn={() => void beginSession(recovery.session)}
      />
    );
  }
  if (!challenge) {
    return (
      <>
        <Credentials
          key={story?.emailAddress}
          story={story}
          fault={fault}
          isSending={step.isPending}
          forget={() => setHasForgotten(true)}
          send={(input) =>
            send(async () => (await asked(SignIn, { input: { ...input, keepIn } })).signIn)
          }
        />
        <StoryPeople choose={setStory} chosen={story} />
      </>
    );
  }
  if (challenge.step === "CHOOSE") {
    return (
      <AsWhom
        challenge={challenge}
        fault={fault}
        choose={(choice) =>
          send(async () => {
            const input = { challenge: challenge.token, choice, keepIn } as const;
            return (await asked(SignInChoose, { input })).signInChoose;
          })
        }
      />
    );
  }
  return (
    <SecondFactorCode
      challenge={challenge}
      fault={fault}
      isSending={step.isPending}
      again={() => setStand(START)}
      send={(code) =>
        send(async () => {
          const input = { challenge: challenge.token, code, keepIn } as const;
          return (await asked(SignInConfirm, { input })).signInConfirm;
        })
      }
    />
  );
}
