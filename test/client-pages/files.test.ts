// The files of the console and the portal, as a browser, a cache and somebody who tries addresses ask for them.
import { readdirSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../src/project-root";
import { openSite, type Site } from "../setup/site";

let site: Site;
beforeAll(async () => (site = await openSite()));
afterAll(() => site.close());

const [SCRIPT] = readdirSync(join(PROJECT_ROOT, "dist/console/console/assets")).filter((name) =>
  name.endsWith(".js"),
);
type Got = { status: number; headers: IncomingHttpHeaders; text: string };

/** The address as it stands: nothing is put right before it is sent. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Got>((done, fail) => {
    const { hostname, port } = new URL(site.address);
    request({ hostname, port, path, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () =>
        done({
          ...{ status: answer.statusCode!, headers: answer.headers },
          text: Buffer.concat(pieces).toString("latin1"),
        }),
      );
    })
      .on("error", fail)
      .end();
  });

test("a file is kept for a year, in the form that was asked for and no other", async () => {
  const path = `/console/assets/${SCRIPT}`;
  const plain = await get(path);
  const short = await get(path, { "accept-encoding": "br" });
  expect([plain.headers["content-encoding"], short.headers["content-encoding"]]).toEqual([
    undefined,
    "br",
  ]);
  for (const { status, headers } of [plain, short]) {
    expect([status, headers["vary"]]).toEqual([200, "accept-encoding"]);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
});

test.each([
  ["/console/assets/../console.html", 404],
  ["/console/assets/..%5cconsole.html", 404],
  ["/console/assets/..%2f..%2fportal/portal.html", 404],
  ["/console/assets/", 404],
  ["/console/assets/.hidden", 404],
  ["/console/assets/nothing.js", 404],
  ["/console/assets/%00", 400],
])("%s is answered with %i, and nothing of a file", async (path, status) => {
  const got = await get(path);
  expect(got.status).toBe(status);
  expect(JSON.parse(got.text)).toMatchObject({
    errors: [{ extensions: { code: status === 404 ? "NOT_FOUND" : "BAD_REQUEST" } }],
  });
});

test("a piece that the file doesn't have is refused, not failed", async () => {
  const { status } = await get(`/console/assets/${SCRIPT}`, { range: "bytes=99999999999-" });
  expect(status).toBe(400);
});
