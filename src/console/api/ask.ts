// A question of the person who is signed in. A token that the server takes no longer is renewed once.
import type { Document } from "./document";
import { isSessionOver } from "./fault";
import { post, type Sending } from "./post";
import { bearerNow, dropToken } from "./session";

export async function ask<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  how: Omit<Sending, "bearer"> = {},
): Promise<Answer> {
  const bearer = await bearerNow();
  try {
    return await post(document, variables, { ...how, bearer });
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    dropToken(bearer);
    return post(document, variables, { ...how, bearer: await bearerNow() });
  }
}
