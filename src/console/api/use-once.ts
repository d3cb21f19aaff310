// A mutation goes out under one key until it is answered: a second click, or another try after the server was away, does
// nothing twice. Something else to send is something else to do.
import { useRef } from "react";
import { ask } from "./ask";
import type { Document } from "./document";
import { isUnanswered } from "./fault";

export function useOnce<Answer, Variables>(document: Document<Answer, Variables>) {
  const unanswered = useRef<{ key: string; sent: string } | null>(null);
  return async (variables: Variables): Promise<Answer> => {
    const sent = JSON.stringify(variables);
    if (unanswered.current?.sent !== sent) {
      unanswered.current = { key: crypto.randomUUID(), sent };
    }
    try {
      const answer = await ask(document, variables, { idempotencyKey: unanswered.current.key });
      unanswered.current = null;
      return answer;
    } catch (error) {
      if (!isUnanswered(error)) unanswered.current = null;
      throw error;
    }
  };
}
