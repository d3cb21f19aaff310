// What the command line of an import says.
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Kind } from "./audience-export";
import { CannotImport } from "./send";

export type Options = {
  file: string;
  kind: Kind;
  token: string;
  url: string;
  source: string;
  wording: string | undefined;
  errors: string;
};

export const HELP = `Brings the people of a mailing list's export in, through the API and with its rights.

  npm run import -- FILE --kind subscribers|prospects --token TOKEN [options]

  FILE       a CSV file in UTF-8 with the columns of Mailchimp's audience export
  --kind     what the rows become. Subscribers need a CONFIRM_TIME; times are in UTC
  --token    an access token of marketing
  --url      where the API is; PUBLIC_URL if left out, or http://localhost at PORT (4000)
  --source   where the data is from; the file's name if left out
  --wording  what subscribers were shown when they agreed
  --errors   where to write the rows that were not brought in; FILE.errors.csv if left out

Of each line only the name, the address and the two times are sent. Whoever unsubscribed, objected or is
suppressed stays out. The same file again changes nothing. The last line says what became of the rows.
`;

const KINDS: Record<string, Kind> = { subscribers: "SUBSCRIBERS", prospects: "PROSPECTS" };

/** The options, or null where help is asked for. Throws `CannotImport`. */
export function optionsIn(args: string[]): Options | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (!file || others.length) throw new CannotImport("Name one FILE. See --help.");
  const kind = KINDS[values.kind ?? ""];
  if (!kind) throw new CannotImport("Say what the rows become: --kind subscribers|prospects.");
  if (!values.token) throw new CannotImport("Give an access token of marketing: --token TOKEN.");
  const errors = values.errors ?? `${file}.errors.csv`;
  if (resolve(errors) === resolve(file)) throw new CannotImport("--errors must not name FILE.");
  return {
    ...{ file, kind, errors, token: values.token, wording: values.wording },
    url: urlIn(values.url ?? ownUrl()),
    source: values.source ?? `Import of ${basename(file)}`.slice(0, 200),
  };
}

const ownUrl = () => process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 4000}`;

function urlIn(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw new CannotImport("--url takes an address such as http://localhost:4000.");
}

function parsed(args: string[]) {
  const text = { type: "string" } as const;
  const options = {
    ...{ kind: text, token: text, url: text, source: text, wording: text, errors: text },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new CannotImport("An option is unknown or lacks its value. See --help.");
  }
}
