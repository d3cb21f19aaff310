// What a request brings: who asks, by a token whose signature is verified each time, and loaders of its own.
import { createPublicKey } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { verify } from "jsonwebtoken";
import { type Loaders, newLoaders } from "./loaders";

export type Context = { viewer: string | null; loaders: Loaders };

const publicKey = createPublicKey(process.env.PUBLIC_KEY!);

export const contextOf = async ({ req }: { req: IncomingMessage }): Promise<Context> => ({
  viewer: viewerOf(req.headers.authorization),
  loaders: newLoaders(),
});

function viewerOf(authorization = ""): string | null {
  try {
    const { sub } = verify(authorization.replace(/^Bearer /, ""), publicKey, {
      algorithms: ["ES256"],
    });
    return typeof sub === "string" ? sub : null;
  } catch {
    return null; // shield refuses what is asked
  }
}
