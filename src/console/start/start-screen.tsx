// What waits for whoever signed in, today. Each audience's part is loaded for it alone.
import { lazy, Suspense, type ComponentType } from "react";
import type { Audience } from "../api/document";
import { useViewer } from "../app/viewer";
import { Page } from "../design/page";
import { Waiting } from "../design/states";
import { useMoments } from "../words/moments";
import { useConsoleWords } from "../words/words";

const PARTS: Partial<Record<Audience, ComponentType>> = {
  SUPPORT: lazy(async () => ({ default: (await import("./waiting-for-support")).WaitingForSupport })),
  MARKETING: lazy(async () => ({
    default: (await import("./waiting-for-marketing")).WaitingForMarketing,
  })),
  PRIVACY_OFFICER: lazy(async () => ({
    default: (await import("./waiting-for-privacy-officer")).WaitingForPrivacyOfficer,
  })),
  OPERATOR: lazy(async () => ({ default: (await import("./waiting-for-operator")).WaitingForOperator })),
};

export function Screen() {
  const { start } = useConsoleWords();
  const { audience, name } = useViewer();
  const { day } = useMoments();
  const Part = PARTS[audience];
  const today = day(new Date().toISOString());
  return (
    <Page title={start.title} about={name ? start.greeting(name, today) : today}>
      <Suspense fallback={<Waiting />}>{Part && <Part />}</Suspense>
    </Page>
  );
}
