// Which SQL the program sends, seen at the wire: the text of each statement of its logins, whoever asked for it.
import { Connection } from "pg";

type Named = { name: string; text: string };
type Wire = {
  parse(this: unknown, message: Named, ...rest: unknown[]): void;
  bind(this: unknown, message: { statement: string }, ...rest: unknown[]): void;
};

const ENTERS = /^(begin|commit|rollback)$|^select set_config\(/;
const STATE_OF_THE_VIEWER = /as "isAllowed"$/;
const DENIAL = /^insert into audit_entries [^]*'DENIED'/;

export type Statements = {
  /** Texts since the last call, but for entering, the viewer's state and denials. */
  sent(): string[];
  denials(): number;
  stop(): void;
};

/** Has to begin before the program connects: a statement is sent with its text once for each connection. */
export function watchStatements(): Statements {
  const wire = Connection.prototype as unknown as Wire;
  const { parse, bind } = wire;
  const texts = new Map<string, string>();
  let seen: string[] = [];
  let denials = 0;
  wire.parse = function (message, ...rest) {
    texts.set(message.name, message.text);
    parse.call(this, message, ...rest);
  };
  wire.bind = function (message, ...rest) {
    const text = texts.get(message.statement) ?? "unknown";
    if (DENIAL.test(text)) denials += 1;
    else if (!ENTERS.test(text) && !STATE_OF_THE_VIEWER.test(text)) seen.push(text);
    bind.call(this, message, ...rest);
  };
  const taken = <T>(value: T, reset: () => void): T => {
    reset();
    return value;
  };
  return {
    sent: () => taken(seen, () => (seen = [])),
    denials: () => taken(denials, () => (denials = 0)),
    stop: () => void Object.assign(wire, { parse, bind }),
  };
}
