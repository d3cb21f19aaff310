// Hears what the kernel tells, until it is stopped.
import { subscribe, unsubscribe } from "node:diagnostics_channel";

export type Hearing = { stop(): void };

/** Each channel's messages have one type, which stands beside its name. */
export function hear<Message>(name: string, listener: (message: Message) => void): Hearing {
  const onMessage = (message: unknown) => listener(message as Message);
  subscribe(name, onMessage);
  return { stop: () => void unsubscribe(name, onMessage) };
}
