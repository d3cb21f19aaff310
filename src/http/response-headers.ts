// The headers of every answer: nothing may be stored, framed, sniffed or referred; pages run no script. Helmet's set, with
// the stricter value where we can.
import type { FastifyReply, FastifyRequest } from "fastify";

const ALWAYS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Sets them, and the request's id, which is the reference of a masked fault. */
export function headersFor(publicUrl: string) {
  const isHttps = publicUrl.startsWith("https:");
  const transport = isHttps
    ? { "strict-transport-security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains` }
    : {};
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.headers({ ...ALWAYS, ...transport, "x-request-id": request.id });
  };
}
