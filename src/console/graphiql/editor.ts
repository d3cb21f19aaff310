// What the editor (Monaco) needs under a strict policy: workers and described fields by a named policy (Trusted Types),
// and the page's word on the style sheets that it makes.
import { markdown } from "@graphiql/react";
import editorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker&url";
import jsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker&url";
import graphqlWorker from "monaco-graphql/esm/graphql.worker.js?worker&url";
import { styleNonce } from "../app/style-nonce";

const WORKERS = new Map([
  ["json", jsonWorker],
  ["graphql", graphqlWorker],
]);

type Policies = {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(url: string): string },
  ): Policy;
};
type Policy = { createHTML(text: string): string; createScriptURL(url: string): string };

const rules: Policy = { createHTML: (text) => text, createScriptURL: (url) => url };
const { trustedTypes } = globalThis as { trustedTypes?: Policies };
/** Only this file has it: for the addresses above, and for what markdown-it wrote, which lets no HTML through. */
const ours = trustedTypes?.createPolicy("graphiql", rules) ?? rules;

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) =>
      new Worker(ours.createScriptURL(WORKERS.get(label) ?? editorWorker), { name: label }),
  },
});

const written = markdown.render.bind(markdown);
markdown.render = (text, env) => ours.createHTML(written(text, env));

const made = document.createElement.bind(document);
document.createElement = (name: string, options?: ElementCreationOptions) => {
  const element = made(name, options);
  if (styleNonce && element instanceof HTMLStyleElement) element.nonce = styleNonce;
  return element;
};
