// All subscribers as a CSV file, streamed by TypeORM and written by csv-stringify: made while it is taken, and kept nowhere.
import "reflect-metadata";
import { createServer, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { Subscriber } from "./contact";
import { dataSource } from "./data-source";

/** As TypeORM names columns in a stream, and as the file does. */
const COLUMNS = [
  { key: "s_id", header: "id" },
  { key: "s_email_address", header: "email" },
  { key: "s_name", header: "name" },
  { key: "s_may_email", header: "may_email" },
  { key: "s_created_at", header: "created_at" },
];

async function sendFile(response: ServerResponse): Promise<void> {
  const rows = await dataSource
    .getRepository(Subscriber)
    .createQueryBuilder("s")
    .where("(s.purposes & 16) <> 0 and s.purposes_valid_until > now()")
    .stream();
  const csv = stringify({
    ...{ header: true, columns: COLUMNS },
    cast: { boolean: (value) => (value ? "1" : "0"), date: (value) => value.toISOString() },
  });
  response.writeHead(200, { "content-type": "text/csv" });
  await pipeline(rows, csv, response);
}

async function serve(): Promise<void> {
  await dataSource.initialize();
  const server = createServer(
    (_request, response) => void sendFile(response).catch(() => response.destroy()),
  );
  server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
}

void serve();
process.once("disconnect", () => process.exit(0));
