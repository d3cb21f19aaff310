// PostGraphile on bare node:http, on the Node.js that it asks for.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { grafserv } from "postgraphile/grafserv/node";
import { preset } from "./preset.mjs";

const server = createServer();
const served = postgraphile(preset(process.env.DATABASE_URL)).createServ(grafserv);
await served.addTo(server);
await served.ready();
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
process.once("disconnect", () => process.exit(0));
