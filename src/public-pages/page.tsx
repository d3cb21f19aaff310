// A page as the server sends it: no script, no style but ours, nothing from elsewhere. Text is escaped where it is put in.
import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { renderToStaticMarkup } from "react-dom/server";
import { Frame, type FrameProps } from "./frame";
import { LANGUAGE_TAGS } from "./language";
import { STYLE } from "./style";

/** The only style and the only target of forms that a browser lets a page have. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const pageOf = (props: FrameProps): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Frame {...props} />)}\n`;

/** With the status that the reply has. `vary` names what the answer depends on. */
export const sendPage = (
  reply: FastifyReply,
  { vary = "accept-language", ...props }: FrameProps & { vary?: string },
): FastifyReply =>
  reply
    .headers({
      "content-security-policy": PAGE_POLICY,
      "content-language": LANGUAGE_TAGS[props.asked.language],
      vary,
    })
    .type("text/html; charset=utf-8")
    .send(pageOf(props));
