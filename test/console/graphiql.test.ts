// GraphiQL as somebody who is signed in meets it: reached from the console, an example run by the keyboard, and nothing
// of another audience in what it shows.
import type { Browser } from "playwright-core";
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

test("support goes there from the console and runs an example by the keyboard", async () => {
  const { page, look, faults, asked, close } = await visit(browser, site.address, "SUPPORT");
  await signInAsStaff(page, site.address, "SUPPORT");
  await page.getByRole("navigation").getByRole("link", { name: "GraphiQL" }).click();
  await page.waitForURL(`${site.address}/graphiql`);

  await page.getByRole("button", { name: /^A user by a whole address/ }).click();
  await page.locator(".graphiql-query-editor .view-line").getByText("platformUsers").waitFor();
  await look("graphiql-example");
  await page.keyboard.press("Control+Enter");
  const answer = page.getByRole("region", { name: /Result/ });
  await answer.getByText("Marta Lindqvist").waitFor();
  await answer.getByText("u•••@h•••.com").waitFor();
  expect(asked).toContain("UserByAddress");
  await look("graphiql-answer");
  expect(faults).toEqual([]);
  await close();
}, 120_000);
