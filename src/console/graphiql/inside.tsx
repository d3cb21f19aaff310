// Whoever is signed in works here; whoever isn't signs in here, as at the console.
import { useSession } from "../api/session";
import { ViewerIs } from "../app/viewer";
import { SessionOver } from "../sign-in/session-over";
import { SignInPage } from "../sign-in/sign-in-page";
import { Workbench } from "./workbench";

export function Inside() {
  const session = useSession();
  if (session.is === "OPENING") return null;
  if (session.is === "OUT") return <SignInPage door="GRAPHIQL" />;
  return (
    <ViewerIs viewer={session.viewer}>
      <Workbench />
      {session.is === "OVER" && <SessionOver />}
    </ViewerIs>
  );
}
