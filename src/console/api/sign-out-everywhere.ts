// Leaving on every device: the other sessions first, then this one.
import { ask } from "./ask";
import { signOut } from "./session";
import { SessionEndOthers } from "./session.documents";

export async function signOutEverywhere(): Promise<void> {
  await ask(SessionEndOthers, {});
  await signOut();
}
