// One JSON line for each thing worth knowing. What identifies a person or opens a door is taken out, at the
// two depths where a careless line would put it.
import { pino, type Logger, type LoggerOptions } from "pino";

const SECRETS = [
  "authorization",
  "cookie",
  "email",
  "emailAddress",
  "name",
  "password",
  "token",
  "variables",
];
const PLACES = ["", "*.", "*.*."];

export const logOptions = (level: string, processName: string): LoggerOptions => ({
  level,
  base: { process: processName },
  redact: {
    paths: PLACES.flatMap((place) => SECRETS.map((key) => `${place}${key}`)),
    remove: true,
  },
});

export const createLog = (level: string, processName: string): Logger =>
  pino(logOptions(level, processName));
