// Leaving, here or on every device. While nobody answers one is still signed in: the cookie is the server's to take.
import { ask } from "./ask";
import { isSessionOver } from "./fault";
import { leave } from "./session";
import { SessionEndOthers, SignOut } from "./session.documents";

export async function signOut(): Promise<void> {
  try {
    await ask(SignOut, {});
  } catch (error) {
    if (!isSessionOver(error)) throw error;
  }
  leave();
}

export async function signOutEverywhere(): Promise<void> {
  await ask(SessionEndOthers, {});
  await signOut();
}
