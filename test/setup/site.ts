// The program with its worker, as somebody meets it in a real browser, under the address that it knows of itself.
import { freePort } from "../../src/database/embedded-address";
import { type RunningProcess, startProcess } from "../drills/processes";
import { type Api, openApi } from "./api";

export type Site = {
  api: Api;
  address: string;
  worker: RunningProcess | null;
  close(): Promise<void>;
};

export async function openSite({ hasWorker = false } = {}): Promise<Site> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const api = await openApi({
    change: (config) => ({ ...config, port, publicUrl: address, isPublicUrlGiven: true }),
  });
  // its mails lead where the browser is
  const config = { ...api.config, publicUrl: address };
  const worker = hasWorker ? await startProcess("worker", config) : null;
  return {
    api,
    address,
    worker,
    close: async () => {
      await worker?.end();
      await api.close();
    },
  };
}
