// Which SQL the program sends, seen at the wire: the text of each statement of its logins, whoever asked for it.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Connection } from "pg";
import { type Sent, STATEMENTS } from "../../src/database/pipeline";

type Named = { name: string; text: string };
type Wire = {
  parse(this: unknown, message: Named, ...rest: unknown[]): void;
  bind(this: unknown, message: { statement: string }, ...rest: unknown[]): void;
};

const ENTERS = /^(begin|commit|rollback)$|^select (where num_nulls\()?set_config\(/;
const STATE_OF_THE_VIEWER = /as "isAllowed"$/;
const DENIAL = /^insert into audit_entries [^]*'DENIED'/;

export type Statements = {
  /** Texts since the last call, but for entering, the viewer's state and denials. */
  sent(): string[];
  denials(): number;
  stop(): void;
};

/** Those that travel in pipelines are told by them; others are seen at the wire. */
export function watchStatements(): Statements {
  const wire = Connection.prototype as unknown as Wire;
  const { parse, bind } = wire;
  const texts = new Map<string, string>();
  let seen: string[] = [];
  let denials = 0;
  const note = (text: string) => {
    if (DENIAL.test(text)) denials += 1;
    else if (!ENTERS.test(text) && !STATE_OF_THE_VIEWER.test(text)) seen.push(text);
  };
  const hear = (message: unknown) => {
    for (const { text } of (message as Sent).statements) note(text);
  };
  subscribe(STATEMENTS, hear);
  wire.parse = function (message, ...rest) {
    texts.set(message.name, message.text);
    parse.call(this, message, ...rest);
  };
  wire.bind = function (message, ...rest) {
    note(texts.get(message.statement) ?? "unknown");
    bind.call(this, message, ...rest);
  };
  const taken = <T>(value: T, reset: () => void): T => {
    reset();
    return value;
  };
  const stop = () => {
    Object.assign(wire, { parse, bind });
    unsubscribe(STATEMENTS, hear);
  };
  return {
    sent: () => taken(seen, () => (seen = [])),
    denials: () => taken(denials, () => (denials = 0)),
    stop,
  };
}
