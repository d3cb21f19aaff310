// Signing in as a person does: address, password, the app's code.
import type { Locator, Page } from "playwright-core";
import { STORY_CUSTOMERS, STORY_PASSWORD, storyUserAddress } from "../../seeds/story-people";
import { currentCode } from "../../src/viewer/sign-in/totp";
import { storyStaff } from "../setup/signing-in";

type StaffAudience = Parameters<typeof storyStaff>[0];

export const signInAsStaff = (page: Page, address: string, audience: StaffAudience) =>
  signInAs(page, address, storyStaff(audience));

export async function signInAs(
  page: Page,
  address: string,
  person: { address: string; secret: Buffer },
) {
  await page.goto(`${address}/console`);
  await giveAddress(page, person.address);
  await page.getByLabel("Code").fill(currentCode(person.secret));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("navigation").waitFor();
}

const [CUSTOMER] = STORY_CUSTOMERS;
export const ADMINISTRATOR = storyUserAddress(CUSTOMER, CUSTOMER.administrator);
export const USER = storyUserAddress(CUSTOMER, CUSTOMER.user);

export async function signInAtPortal(page: Page, address: string, emailAddress: string) {
  await page.goto(`${address}/portal`);
  await giveAddress(page, emailAddress);
  await page.getByRole("navigation").waitFor();
}

/** On the page, or in the dialog over it. */
export async function giveAddress(
  page: Page | Locator,
  emailAddress: string,
  password = STORY_PASSWORD,
) {
  await page.getByLabel("E-mail address").fill(emailAddress);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
