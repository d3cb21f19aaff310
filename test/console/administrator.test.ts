// An account administrator at the portal invites somebody, who accepts by the mailed link and signs in.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { ADMINISTRATOR, giveAddress, signInAtPortal } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite({ hasWorker: true }), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const INVITED = { name: "Noor El-Amin", address: "noor@harbour-finch-logistics.example.com" };
const PASSWORD = "four words in a row";

test("an administrator invites, the invited person accepts and signs in", async () => {
  const administrator = await visit(browser, site.address, "ACCOUNT_ADMINISTRATOR");
  await signInAtPortal(administrator.page, site.address, ADMINISTRATOR);
  await administrator.look("start-administrator");
  await administrator.page.keyboard.press("Control+K");
  await administrator.page.getByRole("combobox").waitFor();
  await administrator.page.keyboard.type("Invite somebody");
  await administrator.page.getByRole("option", { name: "Invite somebody" }).waitFor();
  await administrator.page.keyboard.press("Enter");
  const dialog = administrator.page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(INVITED.name);
  await dialog.getByLabel("E-mail address").fill(INVITED.address);
  await administrator.look("invite");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await administrator.page.getByRole("row", { name: /Noor El-Amin/ }).waitFor();
  await administrator.look("invitations");
  expect(administrator.faults).toEqual([]);
  await administrator.close();

  const link = await linkMailedTo(INVITED.address);
  const invited = await visit(browser, site.address, "PLATFORM_USER");
  await invited.page.goto(link);
  await invited.page.getByLabel("Password").fill(PASSWORD);
  await invited.page.getByRole("button", { name: "Accept" }).click();
  await invited.page.getByRole("status").waitFor();
  await invited.page.goto(`${site.address}/portal`);
  await giveAddress(invited.page, INVITED.address, PASSWORD);
  await invited.page.getByRole("navigation").waitFor();
  await invited.look("start-user");
  expect(invited.faults).toEqual([]);
  await invited.close();
}, 120_000);

/** Mails are files as long as no server is named. */
async function linkMailedTo(address: string): Promise<string> {
  const folder = join(site.api.config.dataDir, "mail");
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const mails = (existingFiles(folder) ?? []).map((name) =>
      readFileSync(join(folder, name), "utf8"),
    );
    const mail = mails.find((text) => text.includes(`To: `) && text.includes(address));
    const link = mail
      ?.replace(/=\r?\n/g, "")
      .replaceAll("=3D", "=")
      .match(/http:\/\/localhost:\d+\/invitation\?token=[\w.~-]+/);
    if (link) return link[0];
    await sleep(200);
  }
  throw new Error(`No invitation was mailed to ${address}.`);
}

function existingFiles(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}
