// `npm run operators:first -- A B`: invites the first two operators of a new installation, and prints their links. Only
// whoever owns the database can, and only while fewer than two could confirm what the other grants; a second run replaces
// links that nobody used.
import type { Client } from "pg";
import { asOwner, connectAsOwner, ownerUrlOf } from "../database/owner";
import { newId } from "../database/uuid";
import { loadHashKeys } from "../keys/hash-keys";
import { loadLayersAsOwner } from "../keys/layers-in-force";
import { addressAsGiven, canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { readSettings } from "../config";
import { lineFor, StartUpError } from "../start-up-error";
import { linkToken } from "../viewer/sign-in/link-token";

const HELP = `Invites the first two operators, each by an address of their own:

  npm run --silent operators:first -- ada@example.com grace@example.com

It needs DATABASE_OWNER_URL, DATA_DIR and PUBLIC_URL as the installation has them, and prints one link for each. A link
works once, for seven days. Where one operator is left, nobody can confirm another: then it takes the one address that is
missing. Where there are two, an operator invites everybody else.
`;
const DAYS = 7;
/** Power over others is granted by one and confirmed by another. */
const IN_OFFICE = 2;

type Invited = { address: string; canonical: string };

export async function firstOperators(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  if (args.includes("--help") || args.length === 0) return HELP;
  const invited = invitedIn(args);
  const settings = readSettings(env);
  loadHashKeys(settings.dataDir);
  const client = await connectAsOwner(ownerUrlOf(settings), "first operators");
  try {
    const links = await asOwner(client, async () => {
      await loadLayersAsOwner(client, settings.dataDir);
      return inviteMissing(client, invited, settings.publicUrl);
    });
    return `${links.join("\n")}\n`;
  } finally {
    await client.end();
  }
}

function invitedIn(args: string[]): Invited[] {
  const invited = args.map((address) => ({
    address: addressAsGiven(address),
    canonical: canonicalAddress(address) ?? "",
  }));
  const areFit = invited.every(({ canonical }) => canonical !== "");
  const areTwo = new Set(invited.map(({ canonical }) => canonical)).size === invited.length;
  if (areFit && areTwo) return invited;
  throw new StartUpError("Give a different e-mail address for each of them. See --help.");
}

async function inviteMissing(
  client: Client,
  invited: Invited[],
  publicUrl: string,
): Promise<string[]> {
  await client.query("select pg_advisory_xact_lock(hashtext('staff_roles'))");
  const { rowCount } = await client.query(
    "select from staff_roles where audience = 'OPERATOR' and is_in_force",
  );
  const missing = IN_OFFICE - (rowCount ?? 0);
  if (missing <= 0)
    throw new StartUpError(
      "This database has two operators already. Ask an operator to invite you.",
    );
  if (missing !== invited.length)
    throw new StartUpError(
      missing === 1
        ? "This database has one operator. Give one address, for the second."
        : "Give two different addresses, one for each of the first two operators. See --help.",
    );
  await refuseKnown(client, invited);
  await client.query(
    `update staff_invitations set withdrawn_at = decision_time()
     where invited_by is null and accepted_at is null and withdrawn_at is null`,
  );
  const links: string[] = [];
  for (const each of invited) links.push(await invite(client, each, publicUrl));
  return links;
}

async function refuseKnown(client: Client, invited: Invited[]): Promise<void> {
  const { rows } = await client.query<{ address: string }>(
    "select email_address as address from staff where email_canonical = any ($1)",
    [invited.map(({ canonical }) => canonical)],
  );
  if (rows[0])
    throw new StartUpError(`${rows[0].address} belongs to one of your own people. Give another.`);
}

async function invite(
  client: Client,
  { address, canonical }: Invited,
  publicUrl: string,
): Promise<string> {
  const id = newId();
  await client.query(
    `insert into staff_invitations (id, name, email_address, email_canonical, email_hash, audience, expires_at)
     values ($1, $2, $3, $4, $5, 'OPERATOR', decision_time() + make_interval(days => $6))`,
    [id, address.split("@")[0], address, canonical, addressHash(canonical), DAYS],
  );
  return `${address}  ${publicUrl}/invitation?token=${linkToken("STAFF_INVITATION", { id })}`;
}

if (require.main === module) {
  firstOperators(process.argv.slice(2), process.env).then(
    (text) => process.stdout.write(text),
    (error: unknown) => {
      process.stderr.write(`${lineFor(error)}\n`);
      process.exitCode = 1;
    },
  );
}
