// What a journey finds and presses by the words on the screen.
import type { Page } from "playwright-core";

export const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

export const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click();

/** In the dialog that asks. */
export const answer = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
