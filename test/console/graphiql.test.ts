// GraphiQL as somebody who is signed in meets it: reached from the console or the portal, an example run by the
// keyboard, and nothing of another audience in what it shows.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildClientSchema, buildSchema, lexicographicSortSchema, printSchema } from "graphql";
import type { Browser, Page } from "playwright-core";
import { PROJECT_ROOT } from "../../src/project-root";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { ADMINISTRATOR, giveAddress, signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

test("support goes there from the console, runs an example by the keyboard, and sees its own schema alone", async () => {
  const { page, look, faults, asked, close } = await visit(browser, site.address, "SUPPORT");
  await signInAsStaff(page, site.address, "SUPPORT");
  const files: string[] = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  const introspected = answerTo(page, "IntrospectionQuery");
  await page.getByRole("navigation").getByRole("link", { name: "GraphiQL" }).click();
  await page.getByRole("heading", { level: 1, name: "GraphiQL" }).waitFor();
  expect(schemaIn(await introspected)).toBe(schemaOf("support"));

  const example = page.getByRole("button", {
    name: /^A user by a whole address/,
    disabled: false,
  });
  await example.focus();
  await page.keyboard.press("Enter");
  const { operations, result, documentation } = partsOf(page);
  await operations.getByText("platformUsers").waitFor();
  await look("graphiql-example");
  await page.keyboard.press("Control+Enter");
  await result.getByText('"Marta Lindqvist"').waitFor();
  await result.getByText('"u•••@h•••.com"').waitFor();
  expect(asked).toContain("UserByAddress");
  await look("graphiql-answer");

  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await documentation.getByRole("link", { name: "Mutation" }).click();
  await documentation.getByRole("link", { name: "revealEmailAddress", exact: true }).waitFor();
  await look("graphiql-documentation");
  expect(await documentation.innerText()).not.toMatch(/apiClientCreate|prospectCreate/);
  const search = page.getByRole("combobox");
  await search.fill("apiClientCreate");
  await page.getByText("No results found").waitFor();
  await search.fill("revealEmail");
  await page.getByRole("option", { name: /^revealEmailAddress/ }).waitFor();

  const examples = /^\/graphiql\/assets\/(support|marketing|privacy|operator|account|platform)-/;
  expect(files.filter((path) => examples.test(path))).toEqual([
    expect.stringMatching(/^\/graphiql\/assets\/support-/),
  ]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "To the console" }).click();
  await page.getByRole("navigation").waitFor();
  expect(faults).toEqual([]);
  await close();
}, 180_000);

test("what is typed is completed from the schema, formatted, and stays in no storage of the browser", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "ACCOUNT_ADMINISTRATOR");
  await page.goto(`${site.address}/portal/graphiql`);
  await giveAddress(page, ADMINISTRATOR);
  await page.getByRole("button", { name: "Our users, and what each did lately" }).waitFor();

  const { operations, result } = partsOf(page);
  await operations.getByRole("textbox").focus();
  await page.keyboard.type("{ myAcc");
  await page.getByRole("option", { name: /myAccountAdministrators/ }).waitFor();
  await look("graphiql-completion");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" { name");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await result.getByText('"Marta Lindqvist"').waitFor();
  expect(await operations.locator(".view-line").count()).toBe(1);
  await page.getByRole("button", { name: /^Prettify query/ }).click();
  await operations.locator(".view-line").nth(4).waitFor();

  await page.getByRole("button", { name: "Whom we invited" }).click();
  await page.getByRole("button", { name: "OurInvitations" }).waitFor();
  await look("graphiql-tabs");
  const kept = await page.evaluate<string>(
    "JSON.stringify({ ...localStorage, ...sessionStorage })",
  );
  expect(kept).not.toMatch(/myAccountAdministrators|OurInvitations/);
  expect(faults).toEqual([]);
  await close();
}, 180_000);

test("whoever comes to the other door is told where to go, and no schema is asked for", async () => {
  const { page, faults, asked, close } = await visit(
    browser,
    site.address,
    "ACCOUNT_ADMINISTRATOR",
  );
  await page.goto(`${site.address}/console/graphiql/`);
  await giveAddress(page, ADMINISTRATOR);
  await page.getByRole("link", { name: "Open the portal" }).waitFor();
  expect(asked).not.toContain("IntrospectionQuery");
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test("its page lets through no inline script, no evaluated one and no other origin", async () => {
  const { headers } = await fetch(`${site.address}/console/graphiql`);
  const policy = headers.get("content-security-policy")!;
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toMatch(/require-trusted-types-for 'script'/);
  expect(policy).toMatch(/style-src-elem 'self' 'nonce-[\w-]{22}';/);
  expect(policy).not.toMatch(/unsafe-eval|https?:|blob:|\*/);
  expect(policy.match(/\S+ 'unsafe-inline'/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
});

const partsOf = (page: Page) => ({
  operations: page.getByRole("region", { name: "Operation Editor" }),
  result: page.getByRole("region", { name: "Result Window" }),
  documentation: page.getByRole("region", { name: "Documentation Explorer" }),
});

async function answerTo(page: Page, operation: string): Promise<unknown> {
  const response = await page.waitForResponse(
    (each) => each.request().postData()?.includes(`"operationName":"${operation}"`) ?? false,
  );
  return ((await response.json()) as { data: unknown }).data;
}

const schemaIn = (data: unknown) =>
  printSchema(lexicographicSortSchema(buildClientSchema(data as never)));

const schemaOf = (audience: string) => {
  const path = join(PROJECT_ROOT, "schema", "audiences", `${audience}.graphql`);
  return printSchema(lexicographicSortSchema(buildSchema(readFileSync(path, "utf8"))));
};
