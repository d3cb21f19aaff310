// The door with the public pages beside it, and addresses that fail in each way that a browser may meet.
import { addPublicPages } from "../../src/public-pages/add-public-pages";
import { showFailure } from "../../src/public-pages/failure-page";
import { refusal, rateLimited, Unavailable } from "../../src/http/refusal";
import { openDoor, type OpenDoor } from "../http/open-door";

export const MARKETING_ADDRESS = "letters@zendbox.example.com";
export const FROM_BROWSER = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
};

const FAILING: Record<string, () => Error> = {
  "/failing/often": () => rateLimited(7),
  "/failing/away": () => new Unavailable(),
  "/failing/fault": () => new Error("relation people does not exist"),
  "/failing/outdated": () => refusal("EXPORT_OUTDATED"),
};

export const openPages = (): Promise<OpenDoor> =>
  openDoor({
    showFailure,
    addPages: (app, { passForm }) => {
      addPublicPages(app, passForm, { marketingAddress: MARKETING_ADDRESS });
      for (const [path, failure] of Object.entries(FAILING))
        app.get(path, () => {
          throw failure();
        });
    },
  });
