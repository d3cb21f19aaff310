// The seven causes for which a right to act ends: each with the token of somebody whose right it is.
import type { Client } from "pg";
import {
  STORY_CUSTOMERS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  STORY_SERVICE_PROVIDER,
  STORY_STAFF,
  storyAddress,
  storySecret,
} from "../../seeds/story-people";
import type { Config } from "../../src/config";
import { loadKeys } from "../../src/viewer/keys";
import { linkToken } from "../../src/viewer/sign-in/link-token";
import { currentCode } from "../../src/viewer/sign-in/totp";
import { issueToken } from "../../src/viewer/tokens";
import type { Viewer } from "../../src/viewer/viewer";
import { send } from "./send";

export type Cause = { name: string; token: string; end(): Promise<unknown> };
type Where = { address: string; database: Client; config: Config };

export async function causesOfRevocation(where: Where): Promise<Cause[]> {
  const { address, database } = where;
  const [first, second, third] = STORY_CUSTOMERS;
  const { operator, privacy, sync } = STORY_PEOPLE;
  const change = async (viewer: Viewer, name: string, type: string, input: object) => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { message } } }`;
    return changed(
      await send<Changed>(address, query, { input }, await tokenOf(where, viewer)),
      name,
    );
  };
  const signedOut = await signedIn(where, first.user.id);
  const client = await keyOfNewClient(where);
  return [
    {
      name: "disabled",
      token: await staffSignedIn(address),
      end: () =>
        change(operator.viewer, "staffDeactivate", "StaffDeactivateInput", {
          id: STORY_STAFF[0].id,
        }),
    },
    {
      name: "demoted",
      token: await signedIn(where, second.administrator.id),
      end: async () => {
        const other = await otherAdministrator(database, second);
        const input = { id: second.administrator.id, role: "USER" };
        return change(other, "platformUserUpdate", "PlatformUserUpdateInput", input);
      },
    },
    {
      name: "signedOut",
      token: signedOut,
      end: () => send(address, "mutation { signOut { endedCount } }", {}, signedOut),
    },
    {
      name: "customerClosed",
      token: await signedIn(where, third.user.id),
      end: () => change(operator.viewer, "customerClose", "CustomerInput", { id: third.id }),
    },
    {
      name: "passwordReset",
      token: await signedIn(where, first.administrator.id),
      end: () => resetPassword(where, first.administrator.id),
    },
    {
      name: "keyRevoked",
      token: client.key,
      end: () => change(operator.viewer, "apiClientRevoke", "ApiClientInput", { id: client.id }),
    },
    {
      name: "agreementEnded",
      token: await tokenOf(where, sync.viewer),
      end: async () => {
        const { rows } = await database.query<{ id: string }>(
          "select id from provider_agreements where service_provider_id = $1 and ended_at is null",
          [STORY_SERVICE_PROVIDER.id],
        );
        return change(privacy.viewer, "providerAgreementEnd", "ProviderAgreementEndInput", {
          id: rows[0]?.id,
        });
      },
    },
  ];
}

type Changed = Record<string, { userErrors: { message: string }[] }>;

/** A cause that did not come about would be noticed never, or at once. */
function changed({ data, status }: { data: Changed; status: number }, name: string): void {
  const refused = data?.[name]?.userErrors.map(({ message }) => message) ?? [`status ${status}`];
  if (refused.length) throw new Error(`${name}: ${refused.join(" ")}`);
}

async function tokenOf({ config: { dataDir, publicUrl } }: Where, viewer: Viewer): Promise<string> {
  return issueToken(await loadKeys(dataDir), { publicUrl, viewer, secondsToLive: 600 });
}

type SignedIn = { session: { accessToken: string } | null; challenge: { token: string } | null };
const SIGNED_IN = "session { accessToken } challenge { token }";

const signIn = async (address: string, emailAddress: string): Promise<SignedIn> => {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { ${SIGNED_IN} } }`;
  const input = { emailAddress, password: STORY_PASSWORD };
  return (await send<{ signIn: SignedIn }>(address, query, { input })).data.signIn;
};

async function signedIn({ address, database }: Where, personId: string): Promise<string> {
  const { rows } = await database.query<{ address: string }>(
    "select email_address as address from platform_users where id = $1",
    [personId],
  );
  return (await signIn(address, rows[0]?.address ?? "")).session?.accessToken ?? "";
}

async function staffSignedIn(address: string): Promise<string> {
  const { id, name } = STORY_STAFF[0];
  const { challenge } = await signIn(address, storyAddress(name));
  const query = `mutation ($input: SignInConfirmInput!) { signInConfirm(input: $input) { ${SIGNED_IN} } }`;
  const input = { challenge: challenge?.token, code: currentCode(storySecret(id)) };
  const { data } = await send<{ signInConfirm: SignedIn }>(address, query, { input });
  return data.signInConfirm.session?.accessToken ?? "";
}

async function resetPassword({ address, database }: Where, personId: string): Promise<void> {
  const id = "01990000-0000-7000-8000-00000000d411";
  const { rows } = await database.query<{ way: string }>(
    `insert into password_resets (id, email_hash, expires_at)
     select $1, email_hash, now() + interval '1 hour' from credentials where person_id = $2
     returning (select id from credentials where person_id = $2) as way`,
    [id, personId],
  );
  const token = linkToken("PASSWORD_RESET", { id, of: rows[0]?.way ?? "" });
  const query =
    "mutation ($input: LinkPasswordInput!) { passwordReset(input: $input) { userErrors { message } } }";
  changed(
    await send<Changed>(address, query, { input: { token, password: "entirely new words" } }),
    "passwordReset",
  );
}

async function otherAdministrator(
  database: Client,
  { id, administrator }: { id: string; administrator: { id: string } },
) {
  const { rows } = await database.query<{ id: string }>(
    "select id from platform_users where customer_id = $1 and id <> $2 and role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE'",
    [id, administrator.id],
  );
  return { ...STORY_PEOPLE.administrator.viewer, customerId: id, id: rows[0]?.id ?? null };
}

type Created = { apiClientCreate: { secret: string; apiClient: { id: string } } };

async function keyOfNewClient(where: Where): Promise<{ id: string; key: string }> {
  const query =
    "mutation ($input: ApiClientCreateInput!) { apiClientCreate(input: $input) { secret apiClient { id } userErrors { message } } }";
  const input = { audience: "DASHBOARD", name: "Drilled", mayUseKey: true };
  const token = await tokenOf(where, STORY_PEOPLE.operator.viewer);
  const { data } = await send<Created>(where.address, query, { input }, token);
  return { id: data.apiClientCreate.apiClient.id, key: data.apiClientCreate.secret };
}
