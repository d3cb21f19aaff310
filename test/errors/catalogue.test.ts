// The catalogue, and what is made from it.
import {
  INPUT_ERRORS,
  OPERATION_ERRORS,
  REQUEST_ERRORS,
  type RequestCode,
} from "../../src/errors/catalogue";
import { operationError } from "../../src/errors/operation-error";
import { errorsMarkdown } from "../../src/errors/page";
import { fill } from "../../src/errors/template";
import { Refusal, refusal } from "../../src/http/refusal";

const entries = [INPUT_ERRORS, OPERATION_ERRORS, REQUEST_ERRORS].flatMap((group) =>
  Object.entries<{ meaning: string; next: string }>(group),
);

test("each code says in a sentence what it means, and what to do next", () => {
  for (const [code, { meaning, next }] of entries) {
    expect(code).toMatch(/^[A-Z_]+$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  }
});

test("a refusal has its status, its words and its headers from the catalogue", () => {
  expect(refusal("METHOD_NOT_ALLOWED", { allow: "GET, POST" })).toMatchObject({
    status: 405,
    message: "Use one of: GET, POST.",
    headers: { allow: "GET, POST" },
  });
  expect(refusal("NOT_FOUND")).toMatchObject({ status: 404, headers: {} });
});

test("every refusal of a request is a failure of its own status", () => {
  for (const code of Object.keys(REQUEST_ERRORS) as RequestCode[])
    expect(new Refusal(code).status).toBeGreaterThanOrEqual(400);
});

test("an error of an operation carries its code", () => {
  expect(operationError("FORBIDDEN")).toMatchObject({
    message: "You may not see this.",
    extensions: { code: "FORBIDDEN" },
  });
});

test("a value is put in as it is, whatever it looks like", () => {
  expect(fill("Say {what}.", { what: "$& {what}" })).toBe("Say $& {what}.");
});

test("the page has one row for each code of each place", () => {
  const page = errorsMarkdown();
  expect(page.split("\n").filter((line) => line.startsWith("| `"))).toHaveLength(entries.length);
});
