// What the environment says of what is seen: off by default, and with errors that say what is expected.
import { readSettings } from "../../src/config";

test("by default there are no metrics and no traces, and a second is slow", () => {
  expect(readSettings({})).toMatchObject({
    ...{ metricsPort: null, metricsHost: "127.0.0.1" },
    ...{ slowOperationMs: 1_000, isTracing: false },
  });
});

test("traces are on where an endpoint or an exporter is named, unless they are said to be off", () => {
  const isTracing = (env: Record<string, string>) => readSettings(env).isTracing;
  const OTEL_EXPORTER_OTLP_ENDPOINT = "http://localhost:4318";
  expect(isTracing({ OTEL_EXPORTER_OTLP_ENDPOINT })).toBe(true);
  expect(isTracing({ OTEL_TRACES_EXPORTER: "otlp" })).toBe(true);
  expect(isTracing({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: "none" })).toBe(false);
  expect(isTracing({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: "TRUE" })).toBe(false);
  expect(isTracing({ OTEL_SERVICE_NAME: "office" })).toBe(false);
});

test.each([
  ["METRICS_PORT", "65535", /leave the next port to the worker/],
  ["METRICS_PORT", "metrics", /port number/],
  ["SLOW_OPERATION_MS", "-1", /whole number, 0 or more/],
  ["SLOW_OPERATION_MS", "1s", /whole number, 0 or more/],
  ["OTEL_TRACES_EXPORTER", "console", /one of otlp, none/],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "user:secret@collector", /^[^]*not usable(?![^]*secret)/],
])("%s refuses %s and says what it takes", (name, text, words) => {
  expect(() => readSettings({ [name]: text })).toThrow(words);
});
