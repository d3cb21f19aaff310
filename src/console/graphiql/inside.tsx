// Whoever is signed in works here; whoever isn't signs in here, as at every address of the console and the portal.
import { useSession } from "../api/session";
import { AUDIENCES_AT, type Door } from "../app/doors";
import { ViewerIs } from "../app/viewer";
import { SessionOver } from "../sign-in/session-over";
import { SignInPage } from "../sign-in/sign-in-page";
import { WrongDoor } from "../sign-in/wrong-door";
import { Workbench } from "./workbench";

export function Inside({ door }: { door: Door }) {
  const session = useSession();
  if (session.is === "OPENING") return null;
  if (session.is === "OUT") return <SignInPage door={door} />;
  const { viewer } = session;
  if (!AUDIENCES_AT[door].includes(viewer.audience)) return <WrongDoor door={door} />;
  return (
    <ViewerIs viewer={viewer}>
      <Workbench door={door} />
      {session.is === "OVER" && <SessionOver />}
    </ViewerIs>
  );
}
