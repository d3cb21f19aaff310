// The compose file reads as the compose specification says, for the parts that it uses: the schema below was
// written by hand after the specification, since no package carries it. And no serving part sees a secret.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { readSettings } from "../src/config";
import { PROJECT_ROOT } from "../src/project-root";

type Service = {
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  configs?: { source: string }[];
};
type Compose = {
  services: Record<string, Service>;
  configs: Record<string, { content: string }>;
  volumes: Record<string, unknown>;
};

const text = readFileSync(join(PROJECT_ROOT, "docker-compose.yml"), "utf8");
const compose = parse(text, { merge: true }) as Compose;

const duration = { type: "string", pattern: "^(\\d+(us|ms|s|m|h))+$" };
const words = { type: "array", items: { type: "string" } };
const service = {
  type: "object",
  required: ["image"],
  additionalProperties: false,
  properties: {
    image: { type: "string" },
    build: {
      type: "object",
      additionalProperties: false,
      properties: { context: { type: "string" }, dockerfile_inline: { type: "string" } },
    },
    command: words,
    environment: { type: "object", additionalProperties: { type: ["string", "number", "null"] } },
    ports: words,
    volumes: words,
    profiles: words,
    restart: { enum: ["no", "always", "on-failure", "unless-stopped"] },
    configs: {
      type: "array",
      items: {
        type: "object",
        required: ["source"],
        additionalProperties: false,
        properties: {
          source: { type: "string" },
          target: { type: "string" },
          mode: { type: ["number", "string"] },
        },
      },
    },
    healthcheck: {
      type: "object",
      additionalProperties: false,
      properties: {
        test: { type: "array", items: { type: "string" }, minItems: 2 },
        interval: duration,
        timeout: duration,
        start_period: duration,
        retries: { type: "integer" },
      },
    },
    depends_on: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["condition"],
        additionalProperties: false,
        properties: {
          condition: {
            enum: ["service_started", "service_healthy", "service_completed_successfully"],
          },
        },
      },
    },
  },
};
const schema = {
  type: "object",
  additionalProperties: false,
  patternProperties: { "^x-": {} },
  properties: {
    name: { type: "string", pattern: "^[a-z0-9][a-z0-9_-]*$" },
    services: {
      type: "object",
      patternProperties: { "^[a-zA-Z0-9._-]+$": service },
      additionalProperties: false,
    },
    configs: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["content"],
        additionalProperties: false,
        properties: { content: { type: "string" } },
      },
    },
    volumes: { type: "object", additionalProperties: { type: ["object", "null"] } },
  },
};

/** With a value for each variable of the person who starts it. */
const environmentOf = (name: string): Record<string, string> => {
  const environment = Object.entries(compose.services[name]?.environment ?? {});
  const filledIn = (value: string) =>
    value.replace(/\$\{\w+:-(.*?)\}/g, "$1").replace(/\$\{.*?\}/g, "given");
  return Object.fromEntries(environment.map(([key, value]) => [key, filledIn(value)]));
};

test("the compose file fits the specification's parts that it uses", () => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.validate(schema, compose);
  expect(ajv.errors ?? []).toEqual([]);
});

test("a misspelt key would not fit", () => {
  const misspelt = { ...compose, services: { api: { image: "x", depend_on: {} } } };
  expect(new Ajv({ allowUnionTypes: true }).validate(schema, misspelt)).toBe(false);
});

test("every service, volume and config that is named exists", () => {
  for (const { depends_on, volumes = [], configs = [] } of Object.values(compose.services)) {
    for (const name of Object.keys(depends_on ?? {}))
      expect(compose.services).toHaveProperty([name]);
    for (const volume of volumes)
      expect(compose.volumes).toHaveProperty([volume.split(":")[0] ?? ""]);
    for (const { source } of configs) expect(compose.configs).toHaveProperty([source]);
  }
});

test("the API and the worker see no secret in their environment", () => {
  for (const name of ["api", "worker"]) {
    const environment = JSON.stringify(environmentOf(name));
    expect(environment).not.toMatch(/password|secret|owner/i);
    expect(compose.services[name]?.depends_on?.migrate?.condition).toBe(
      "service_completed_successfully",
    );
  }
});

test("each of our processes understands its environment and its command", () => {
  for (const name of ["migrate", "api", "worker"]) {
    const settings = readSettings(environmentOf(name));
    expect(settings.dataDir).toBe("/data");
    expect(settings.loginPasswordsFile).toBe("/data/login-passwords.json");
    expect(compose.services[name]?.command).toEqual(["node", "dist/src/main.js", name]);
  }
  const masterKeyFile = readSettings(environmentOf("keys")).masterKeyFile;
  for (const name of ["api", "worker"])
    expect(readSettings(environmentOf(name)).masterKeyFile).toBe(masterKeyFile);
  expect(readSettings(environmentOf("migrate")).ownerUrl).toContain("@postgres:5432/back_office");
});
