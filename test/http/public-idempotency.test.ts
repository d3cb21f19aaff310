// Whoever asks without a token is nobody in particular: there a key belongs to the network and to what was asked.
import { request } from "node:http";
import { Unavailable } from "../../src/http/refusal";
import { closeDatabase, openDatabase } from "../../src/database/database";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { createWorld, type World } from "../setup/world";
import { openDoor, type OpenDoor } from "./open-door";

let world: World;
let door: OpenDoor;
beforeAll(async () => {
  world = await createWorld();
  loadHashKeys(world.config.dataDir);
  await openDatabase(world.config, []);
  door = await openDoor();
});
afterAll(async () => {
  await door.close();
  await closeDatabase();
  await world.drop();
});
beforeEach(() => {
  door.executed.length = 0;
  door.setExecute(null);
});

type Got = { status: number; isReplay: boolean; text: string };

const greet = (
  key: string,
  query = "mutation { greet }",
  localAddress = "127.0.0.1",
  kept?: string,
) =>
  new Promise<Got>((resolve, reject) => {
    const headers = {
      ...{ "content-type": "application/json", "idempotency-key": key },
      ...(kept && { cookie: `__Host-session=${kept}` }),
    };
    const outgoing = request(
      {
        port: door.port,
        host: "127.0.0.1",
        localAddress,
        method: "POST",
        path: "/graphql",
        headers,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            isReplay: incoming.headers["idempotency-replayed"] === "true",
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify({ query }));
  });

test("the same from the same network is answered again", async () => {
  const first = await greet("same");
  const again = await greet("same");
  expect(first).toEqual({ status: 200, isReplay: false, text: '{"data":{"greet":"greeted"}}\n' });
  expect(again).toEqual({ ...first, isReplay: true });
  expect(door.executed).toHaveLength(1);
});

test("from another network, and for another request, the key is another", async () => {
  await greet("shared");
  expect(await greet("shared", undefined, "127.0.1.1")).toMatchObject({ isReplay: false });
  expect(await greet("shared", "mutation { again: greet }")).toMatchObject({
    status: 200,
    isReplay: false,
  });
  expect(door.executed).toHaveLength(3);
});

test("another browser's session, and none, make it another key: the answer may be that session", async () => {
  const asked = (kept?: string) => greet("kept", undefined, undefined, kept);
  const first = await asked("zbr.one");
  expect(await asked("zbr.two")).toMatchObject({ isReplay: false });
  expect(await asked()).toMatchObject({ isReplay: false });
  expect(await asked("zbr.one")).toEqual({ ...first, isReplay: true });
  expect(door.executed).toHaveLength(3);
});

test("what was refused for the moment, or failed, runs again", async () => {
  door.setExecute(() => Promise.reject(new Unavailable()));
  expect((await greet("later")).status).toBe(503);
  door.setExecute(() => Promise.reject(new Error("planted")));
  expect((await greet("later")).status).toBe(500);
  door.setExecute(null);
  expect(await greet("later")).toMatchObject({ status: 200, isReplay: false });
  expect(await greet("later")).toMatchObject({ status: 200, isReplay: true });
  expect(door.executed).toHaveLength(3);
});

test("while the first one runs, the second is asked to come back", async () => {
  let finish = () => {};
  const running = new Promise<void>((resolve) => (finish = resolve));
  door.setExecute(async () => {
    await running;
    return { status: 200, headers: { "content-type": "application/json" }, body: '{"data":{}}' };
  });
  const first = greet("slow");
  while (door.executed.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await greet("slow")).toMatchObject({ status: 409 });
  finish();
  expect(await first).toMatchObject({ status: 200, isReplay: false });
  expect(await greet("slow")).toMatchObject({ status: 200, isReplay: true });
});
