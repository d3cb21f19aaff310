// What a browser lets the console, the portal and GraphiQL do: their own scripts, styles that carry this answer's word,
// their own server. No other origin, no inline script, no frame, no form that leaves by itself (CSP Level 3).
const BY_ITSELF = [
  "default-src 'none'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

export const clientPolicy = (nonce: string): string =>
  [...BY_ITSELF, `style-src 'self' 'nonce-${nonce}'`, "trusted-types 'none'"].join("; ");

/**
 * GraphiQL's editor (Monaco) writes its lines as HTML, through policies that it names, and puts each where it belongs by
 * a style attribute: here alone those are let through. Its style sheets carry the nonce like all others.
 */
export const graphiqlPolicy = (nonce: string): string =>
  [
    ...BY_ITSELF,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    `trusted-types ${EDITORS_POLICIES.join(" ")}`,
  ].join("; ");

const EDITORS_POLICIES = [
  "graphiql",
  "defaultWorkerFactory",
  "diffEditorWidget",
  "diffReview",
  "domLineBreaksComputer",
  "editorGhostText",
  "editorViewLayer",
  "standaloneColorizer",
  "stickyScrollViewLayer",
  "tokenizeToString",
];
