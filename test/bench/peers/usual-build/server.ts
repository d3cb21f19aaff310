// The stack as most teams put it together: type-graphql over TypeORM's entities, dataloaders for fields, graphql-shield on
// every field, Apollo Server as it stands. Nothing is entered, and no row is guarded.
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { applyMiddleware } from "graphql-middleware";
import { buildSchema } from "type-graphql";
import { ContactChangeResolver } from "./contact-change.resolver";
import { type Context, contextOf } from "./context";
import { CustomerResolver } from "./customer.resolver";
import { dataSource } from "./data-source";
import { permissions } from "./permissions";
import { PlatformUserResolver } from "./platform-user.resolver";

async function serve(): Promise<void> {
  await dataSource.initialize();
  const schema = await buildSchema({
    resolvers: [CustomerResolver, PlatformUserResolver, ContactChangeResolver],
  });
  const server = new ApolloServer<Context>({ schema: applyMiddleware(schema, permissions) });
  const listen = { host: "127.0.0.1", port: Number(process.env.PORT) };
  await startStandaloneServer(server, { listen, context: contextOf });
  process.send?.("ready");
}

void serve();
process.once("disconnect", () => process.exit(0));
