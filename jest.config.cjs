// Tests run on one PostgreSQL of their own; each file gets a copy of the seeded story world.
const { readFileSync } = require("node:fs");
const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, "utf8"));
swc.module.ignoreDynamic = false; // Jest knows no import() but with an option of Node's
// As the product runs (src/production.ts): else libraries check more, and slowly.
process.env.NODE_ENV = "production";

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/test/setup/environment.cjs",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  setupFiles: ["reflect-metadata"],
  globalSetup: "<rootDir>/test/setup/global-setup.cjs",
  globalTeardown: "<rootDir>/test/setup/global-teardown.cjs",
  transform: { "^.+\\.tsx?$": ["@swc/jest", { ...swc, swcrc: false }] },
  moduleNameMapper: { "^\\./(metrics|tracing)\\.js$": "./$1" }, // what is imported when asked for
  transformIgnorePatterns: ["/node_modules/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.data/"],
  testTimeout: 30_000,
  maxWorkers: 2,
  testSequencer: "<rootDir>/test/setup/long-first.cjs",
  reporters: ["default", "<rootDir>/test/setup/count-reporter.cjs"],
};
