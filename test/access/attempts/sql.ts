// SQL of one's own in each login and role of the program: with nobody named, with garbage, after an aborted transaction,
// with row security off, and as another role.
import { poolOf } from "../../../src/database/database";
import { LOGIN_NAMES, loginOf, type Role, rolesOf } from "../../../src/database/roles";
import {
  inside,
  outcomeOf,
  readableBy,
  type Settings,
  settingsOf,
  storyViewers,
} from "../../walls/raw";
import type { Api } from "../../setup/api";
import type { Attempt, AttemptClass } from "./attempt";

const REFUSED = "42501";
const ABORTED = "25P02";

const ENTERED = LOGIN_NAMES.flatMap(rolesOf).filter(
  (role) => storyViewers.has(role) && role !== "audience_public",
);
const SETTINGS: [string, (own: Settings) => Settings][] = [
  ["no settings", () => ({})],
  ["empty settings", () => ({ viewer: "", customer: "", provider: "", source: "" })],
  ["all settings but who asks", (own) => ({ ...own, viewer: "" })],
  ["garbage", () => ({ viewer: "garbage", customer: "';--", provider: "\u0001", source: "*" })],
];

export const ownSql: AttemptClass = {
  title: "SQL of one's own",
  attempts: (api) => [
    ...ENTERED.flatMap((role) => [
      ...SETTINGS.map(([name, settings]) =>
        all(api, { role, name, settings, isHeld: (end) => end === 0 || typeof end === "string" }),
      ),
      all(api, {
        ...{ role, name: "row security off", settings: (own: Settings) => own },
        before: "set local row_security = off",
        isHeld: (end) => end === REFUSED,
      }),
    ]),
    ...LOGIN_NAMES.flatMap((login) => [
      {
        name: `${login} becomes the owner`,
        ...{ expected: REFUSED, asksTheDatabase: true },
        try: () => outside(login, "set role owner"),
      },
      {
        name: `${login} reads without a role, after an aborted transaction`,
        ...{ expected: `${ABORTED}, then ${REFUSED}`, asksTheDatabase: true },
        try: () => afterAborted(login),
      },
    ]),
  ],
};

type Reading = {
  role: Role;
  name: string;
  settings(own: Settings): Settings;
  before?: string;
  isHeld(end: number | string): boolean;
};

/** Every relation that the role may read of, asked for a row. */
const all = (api: Api, { role, name, settings, before, isHeld }: Reading): Attempt => ({
  name: `${role} with ${name}`,
  ...{ expected: "no row of any table", asksTheDatabase: true },
  async try() {
    const relations = await readableBy(api.database, role);
    const client = await poolOf(loginOf(role)).connect();
    try {
      return await inside(client, role, settings(settingsOf(storyViewers.get(role)!)), async () => {
        if (before) await client.query(before);
        const seen: string[] = [];
        for (const { relation, columns } of relations) {
          const end = await outcomeOf(
            client,
            `select ${columns.join(", ")} from ${relation} limit 1`,
          );
          if (!isHeld(end)) seen.push(`${relation}: ${end}`);
        }
        return seen.join(", ") || "no row of any table";
      });
    } finally {
      client.release();
    }
  },
});

type LoginName = (typeof LOGIN_NAMES)[number];

async function outside(login: LoginName, statement: string): Promise<string> {
  const client = await poolOf(login).connect();
  try {
    await client.query(statement);
    return "allowed";
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    client.release();
  }
}

async function afterAborted(login: LoginName): Promise<string> {
  const client = await poolOf(login).connect();
  const end = (statement: string) =>
    client.query(statement).then(
      () => "allowed",
      (error: { code: string }) => error.code,
    );
  try {
    await client.query("begin");
    await client.query("select 1 / 0").catch(() => undefined);
    const within = await end("select from public.platform_users limit 1");
    await client.query("rollback");
    return `${within}, then ${await end("select from public.platform_users limit 1")}`;
  } finally {
    client.release();
  }
}
