// The signing key is made once, for its owner alone; everything published is public.
import { chmod, readdir, stat, writeFile } from "node:fs/promises";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import { loadKeys, publicKeySet } from "../../src/viewer/keys";
import { issueToken, verifyToken } from "../../src/viewer/tokens";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { temporaryFolder } from "./temporary-keys";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

test("twenty starts at once agree on one key and leave nothing else behind", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => loadKeys(folder)));
  expect(new Set(all.map((keys) => keys.signing.kid)).size).toBe(1);
  expect(await readdir(join(folder, "keys"))).toEqual(["signing.pem"]);
});

test("a later start reads the same key", async () => {
  const first = await loadKeys(folder);
  expect((await loadKeys(folder)).signing.kid).toBe(first.signing.kid);
});

test("the private key is its owner's alone, and a shared one is refused", async () => {
  await loadKeys(folder);
  const path = join(folder, "keys", "signing.pem");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await chmod(path, 0o640);
  await expect(loadKeys(folder)).rejects.toThrow("chmod 600");
});

test("the key set publishes no private part", async () => {
  const keys = await loadKeys(folder);
  const { kid } = keys.signing;
  const coordinate = expect.stringMatching(/^[\w-]{43}$/) as string;
  expect(publicKeySet(keys)).toEqual({
    keys: [
      { kty: "EC", crv: "P-256", x: coordinate, y: coordinate, kid, alg: "ES256", use: "sig" },
    ],
  });
  expect(kid).toMatch(/^[\w-]{43}$/);
});

test("during a rotation both keys verify, one signs", async () => {
  const other = await temporaryFolder();
  const old = await loadKeys(other.folder);
  await other.remove();
  await loadKeys(folder);
  const retired = createPublicKey(old.signing.privateKey);
  const path = join(folder, "keys", "2025.public.pem");
  await writeFile(path, retired.export({ type: "spki", format: "pem" }));

  const keys = await loadKeys(folder);
  const { viewer } = STORY_PEOPLE.support;
  const order = { publicUrl: "https://office.example", viewer, secondsToLive: 60 };
  for (const signer of [old, keys]) {
    expect(verifyToken(keys, order.publicUrl, issueToken(signer, order)).id).toBe(viewer.id);
  }
  expect(publicKeySet(keys).keys.map(({ kid }) => kid)).toEqual([
    keys.signing.kid,
    old.signing.kid,
  ]);
});

test("a key on another curve is refused", async () => {
  await loadKeys(folder);
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const path = join(folder, "keys", "odd.public.pem");
  await writeFile(path, publicKey.export({ type: "spki", format: "pem" }));
  await expect(loadKeys(folder)).rejects.toThrow("P-256");
});
