// The public pages: read by anybody, in English or German, without script. Opening one changes nothing.
import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import type { PassFormStages } from "../http/stages";
import { addHomePage } from "./home-page";
import { addNoticePage } from "./notice-page";
import { addPasswordPages } from "./password-pages";

export function addPublicPages(
  app: FastifyInstance,
  passForm: PassFormStages,
  { marketingAddress }: Pick<Config, "marketingAddress">,
): void {
  addHomePage(app);
  addNoticePage(app, marketingAddress);
  addPasswordPages(app, passForm);
}
