// A page as the server writes it: no script, no style but this one, nothing from elsewhere.
import { createHash } from "node:crypto";

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 4rem auto; padding: 0 1rem; }
label { display: block; margin-block: 1rem 0.25rem; font-weight: 600; }
input, button { font: inherit; padding: 0.5rem 0.75rem; border-radius: 0.4rem; border: 1px solid GrayText; }
input { width: 100%; box-sizing: border-box; }
button { margin-top: 1rem; background: #1d4f91; color: #fff; border-color: #1d4f91; cursor: pointer; }
:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px; }
.fault { border-inline-start: 4px solid #b3261e; padding-inline-start: 0.75rem; }
`;

/** The only style and the only target of forms that a browser lets a page have. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** HTML that is ours; text from elsewhere goes through `text`. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} · Zendbox Back Office</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
${body}
</main>
</body>
</html>
`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const text = (given: string): string =>
  given.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
