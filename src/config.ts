// Every environment variable, in one table: read once, at the start, with errors that say what, where and
// what next. `configurationTable()` prints the same table for the operators' pages.
import { join, resolve } from "node:path";
import {
  type DatabaseAddress,
  databaseAddress,
  drainTime,
  metricsPort,
  networks,
  oneOf,
  ownerUrl,
  portNumber,
  positiveNumber,
  publicUrl,
  someText,
  webAddress,
  wholeNumber,
} from "./config-values";
import { EMBEDDED_HOST, readEmbeddedAddress } from "./database/embedded-address";
import { readLoginPasswords } from "./database/logins";
import type { Login } from "./database/roles";
import { s3Address, type S3Address } from "./files/s3-settings";
import { emailAddress, mailbox, smtpServer, type Mailbox, type SmtpServer } from "./mail/settings";
import { POINTS_PER_SECOND } from "./limits/budget";
import { StartUpError } from "./start-up-error";

export type { DatabaseAddress };

export type Config = {
  port: number;
  host: string;
  publicUrl: string;
  isPublicUrlGiven: boolean;
  dataDir: string;
  database: DatabaseAddress;
  /** null: figures are read where everything is. */
  replica: DatabaseAddress | null;
  loginPasswords: Record<Login, string>;
  /** null: the one in DATA_DIR, in development mode only. */
  masterKeyFile: string | null;
  /** null: mail is written to files. */
  smtpServer: SmtpServer | null;
  mailFrom: Mailbox;
  /** Where people write to about marketing and their data. */
  marketingAddress: string;
  /** null: files lie in DATA_DIR. */
  s3: S3Address | null;
  isDevelopment: boolean;
  isReadAuditDurable: boolean;
  trustedProxies: readonly string[];
  pointsPerSecond: number;
  /** How long it serves on after it was told to end, and says that it isn't ready. */
  drainSeconds: number;
  /** null: no metrics. */
  metricsPort: number | null;
  metricsHost: string;
  slowOperationMs: number;
  isTracing: boolean;
  logLevel: string;
};

type Setting<T> = {
  /** What an unset variable means, in words, where it isn't plain text. */
  otherwise: string;
  meaning: string;
  /** Throws what is expected, as the end of «PORT is "x": …». */
  parse(text: string): T;
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const DEFAULT_MAIL_FROM = "Zendbox Back Office <no-reply@zendbox.example.com>";
const DEFAULT_MARKETING_ADDRESS = "marketing@zendbox.example.com";
const SLOW_OPERATION_MS = 1_000;
const TRACES_EXPORTERS = ["otlp", "none"];
const READ_AUDITS = ["fast", "durable"];

const SETTINGS = {
  PORT: {
    otherwise: "4000",
    meaning: "The port that the API listens on.",
    parse: portNumber,
  },
  HOST: {
    otherwise: "127.0.0.1",
    meaning: "The address that the API listens on. Anything but loopback ends development mode.",
    parse: someText,
  },
  PUBLIC_URL: {
    otherwise: "http://localhost:PORT",
    meaning:
      "The address under which people and tools reach the API; it stands in tokens and links.",
    parse: publicUrl,
  },
  DATA_DIR: {
    otherwise: ".data",
    meaning: "The folder for keys, passwords and, without DATABASE_URL, the embedded PostgreSQL.",
    parse: (text: string) => resolve(text),
  },
  DATABASE_URL: {
    otherwise: "an embedded PostgreSQL in DATA_DIR",
    meaning:
      "Host, port and database of a PostgreSQL of your own, 15 or later, without user and password: `postgresql://HOST:5432/back_office`.",
    parse: databaseAddress,
  },
  DATABASE_READ_URL: {
    otherwise: "the same as DATABASE_URL",
    meaning:
      "A replica, written as DATABASE_URL is. Figures without people are read from it, and nothing else: a read of people leaves its entry, so it goes where writing is possible.",
    parse: databaseAddress,
  },
  DATABASE_OWNER_URL: {
    otherwise: "no migrating",
    meaning:
      "The same database with the login that owns it (CREATEROLE, no superuser). Only the migrating process reads it; the API and the worker never see it.",
    parse: ownerUrl,
  },
  LOGIN_PASSWORDS_FILE: {
    otherwise: "DATA_DIR/login-passwords.json",
    meaning:
      "The passwords of the six logins, made by the first migrating process. Several machines share one such file.",
    parse: (text: string) => resolve(text),
  },
  MASTER_KEY_FILE: {
    otherwise: "DATA_DIR/keys/master.key, in development mode only",
    meaning:
      "The master key, under which the keys of encrypted values are wrapped. Keep it on another disk than the database, and a copy apart from its backups. Made by `npm run keys -- new-version`.",
    parse: (text: string) => resolve(text),
  },
  SMTP_URL: {
    otherwise: "each mail is a file in DATA_DIR/mail",
    meaning:
      "The server that takes mail: `smtp://USER:PASSWORD@HOST:587`, or `smtps://…` for TLS from the start. Credentials go to another machine under TLS only.",
    parse: smtpServer,
  },
  MAIL_FROM: {
    otherwise: `\`${DEFAULT_MAIL_FROM}\``,
    meaning: "Whom mail comes from: `Name <address@example.com>`.",
    parse: mailbox,
  },
  MARKETING_ADDRESS: {
    otherwise: `\`${DEFAULT_MARKETING_ADDRESS}\``,
    meaning:
      "The address that the privacy notice names, to which people write who want to leave the mailing list or to see their data.",
    parse: emailAddress,
  },
  S3_URL: {
    otherwise: "files lie in DATA_DIR/files",
    meaning:
      "The bucket that files lie in, encrypted: `https://KEY:SECRET@HOST/BUCKET?region=REGION`. Processes on several machines need one, or a shared DATA_DIR.",
    parse: s3Address,
  },
  READ_AUDIT: {
    otherwise: "fast",
    meaning:
      "`durable` makes every read wait until its audit entry is on disk; `fast` waits only for reads of Customer Data, revealed values, exports and searches of a person.",
    parse: oneOf(READ_AUDITS),
  },
  TRUSTED_PROXIES: {
    otherwise: "none",
    meaning:
      "Addresses or networks of the proxies before the API, separated by commas: only their word on where a request comes from (X-Forwarded-For) is taken.",
    parse: networks,
  },
  POINTS_PER_SECOND: {
    otherwise: String(POINTS_PER_SECOND),
    meaning:
      "Points of cost that come back to each person every second; a minute's worth may be saved up. Tools have ten times as many, nobody in particular a tenth.",
    parse: positiveNumber,
  },
  DRAIN_SECONDS: {
    otherwise: "0",
    meaning:
      "How long the API serves on once it is told to end, while `/readyz` already says 503: longer than a load balancer takes to notice. At most 15.",
    parse: drainTime,
  },
  METRICS_PORT: {
    otherwise: "no metrics",
    meaning:
      "The port on which the API tells Prometheus its metrics, at `/metrics`; the worker's are on the next one. Whoever can reach it needs no token: it tells of no person.",
    parse: metricsPort,
  },
  METRICS_HOST: {
    otherwise: "127.0.0.1",
    meaning: "The address that the metrics are told on.",
    parse: someText,
  },
  SLOW_OPERATION_MS: {
    otherwise: String(SLOW_OPERATION_MS),
    meaning:
      "An operation that takes so many milliseconds or more is logged, with where the time went; 0 logs all of them. See `docs/operators/seeing.md`.",
    parse: wholeNumber,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    otherwise: "no traces",
    meaning:
      "Where traces are sent (OTLP over HTTP, protobuf), such as `http://localhost:4318`. The other `OTEL_…` variables mean what OpenTelemetry says.",
    parse: webAddress,
  },
  OTEL_TRACES_EXPORTER: {
    otherwise: "`otlp` where an endpoint is set",
    meaning:
      "`otlp` sends traces, to OpenTelemetry's own default if no endpoint is set; `none` doesn't.",
    parse: oneOf(TRACES_EXPORTERS),
  },
  LOG_LEVEL: {
    otherwise: "info",
    meaning: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(", ")}.`,
    parse: oneOf(LOG_LEVELS),
  },
} satisfies Record<string, Setting<unknown>>;

type SettingName = keyof typeof SETTINGS;
const MAY_HOLD_PASSWORD: SettingName[] = [
  "DATABASE_URL",
  "DATABASE_READ_URL",
  "DATABASE_OWNER_URL",
  "SMTP_URL",
  "S3_URL",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
];
type Environment = Record<string, string | undefined>;

/** What the environment says, before anything is read from disk or asked of a database. */
export type Settings = {
  port: number;
  host: string;
  publicUrl: string;
  isPublicUrlGiven: boolean;
  dataDir: string;
  /** null: the embedded PostgreSQL. */
  database: DatabaseAddress | null;
  replica: DatabaseAddress | null;
  /** null: this process doesn't migrate. */
  ownerUrl: string | null;
  loginPasswordsFile: string;
  masterKeyFile: string | null;
  smtpServer: SmtpServer | null;
  mailFrom: Mailbox;
  marketingAddress: string;
  s3: S3Address | null;
  isReadAuditDurable: boolean;
  trustedProxies: readonly string[];
  pointsPerSecond: number;
  drainSeconds: number;
  /** null: no metrics. */
  metricsPort: number | null;
  metricsHost: string;
  slowOperationMs: number;
  isTracing: boolean;
  logLevel: string;
};

export function readSettings(env: Environment): Settings {
  const port = read(env, "PORT") ?? 4000;
  const dataDir = read(env, "DATA_DIR") ?? resolve(".data");
  return {
    port,
    host: read(env, "HOST") ?? "127.0.0.1",
    publicUrl: read(env, "PUBLIC_URL") ?? `http://localhost:${port}`,
    isPublicUrlGiven: read(env, "PUBLIC_URL") !== null,
    dataDir,
    database: read(env, "DATABASE_URL"),
    replica: read(env, "DATABASE_READ_URL"),
    ownerUrl: read(env, "DATABASE_OWNER_URL"),
    loginPasswordsFile: read(env, "LOGIN_PASSWORDS_FILE") ?? join(dataDir, "login-passwords.json"),
    masterKeyFile: read(env, "MASTER_KEY_FILE"),
    smtpServer: read(env, "SMTP_URL"),
    mailFrom: read(env, "MAIL_FROM") ?? mailbox(DEFAULT_MAIL_FROM),
    marketingAddress: read(env, "MARKETING_ADDRESS") ?? DEFAULT_MARKETING_ADDRESS,
    s3: read(env, "S3_URL"),
    isReadAuditDurable: read(env, "READ_AUDIT") === "durable",
    trustedProxies: read(env, "TRUSTED_PROXIES") ?? [],
    pointsPerSecond: read(env, "POINTS_PER_SECOND") ?? POINTS_PER_SECOND,
    drainSeconds: read(env, "DRAIN_SECONDS") ?? 0,
    metricsPort: read(env, "METRICS_PORT"),
    metricsHost: read(env, "METRICS_HOST") ?? "127.0.0.1",
    slowOperationMs: read(env, "SLOW_OPERATION_MS") ?? SLOW_OPERATION_MS,
    isTracing: isTracing(env),
    logLevel: read(env, "LOG_LEVEL") ?? "info",
  };
}

/**
 * The configuration of a process that serves. `isDevelopment` is false here: only the database can say
 * otherwise (`inDevelopmentMode`).
 */
export function readConfig(env: Environment): Config {
  const { database, ownerUrl, loginPasswordsFile, ...settings } = readSettings(env);
  if (ownerUrl !== null) {
    throw new StartUpError(
      "DATABASE_OWNER_URL is set for a process that serves. Give it to the migrating process alone.",
    );
  }
  return {
    ...settings,
    database: database ?? embeddedAddress(settings.dataDir),
    loginPasswords: readLoginPasswords(loginPasswordsFile),
    isDevelopment: false,
  };
}

/** The table above in markdown. */
export function configurationTable(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { otherwise, meaning }]) => `| \`${name}\` | ${otherwise} | ${meaning} |`,
  );
  return ["| variable | when unset | meaning |", "|---|---|---|", ...rows, ""].join("\n");
}

/** An empty variable counts as unset, as in compose files. */
function read<Name extends SettingName>(env: Environment, name: Name) {
  const text = env[name]?.trim();
  if (!text) return null;
  try {
    return SETTINGS[name].parse(text) as ReturnType<(typeof SETTINGS)[Name]["parse"]>;
  } catch (error) {
    const shown = MAY_HOLD_PASSWORD.includes(name) ? "not usable" : JSON.stringify(text);
    throw new StartUpError(
      `${name} is ${shown}: ${(error as Error).message} Change it in the environment and start again.`,
    );
  }
}

/** By the variables that OpenTelemetry's libraries read for themselves, once they are loaded. */
function isTracing(env: Environment): boolean {
  const exporter = read(env, "OTEL_TRACES_EXPORTER");
  const endpoint = read(env, "OTEL_EXPORTER_OTLP_ENDPOINT");
  if (env.OTEL_SDK_DISABLED?.trim().toLowerCase() === "true") return false;
  return exporter === null ? endpoint !== null : exporter === "otlp";
}

function embeddedAddress(dataDir: string): DatabaseAddress {
  const kept = readEmbeddedAddress(dataDir);
  if (kept) return { host: EMBEDDED_HOST, port: kept.port, database: EMBEDDED_DATABASE };
  throw new StartUpError(
    `DATABASE_URL is not set, and no PostgreSQL was ever started in ${dataDir}. Run npm start, or set DATABASE_URL.`,
  );
}

export const EMBEDDED_DATABASE = "back_office";
