// What GraphiQL would keep in the browser, kept in this page's memory: operations name people, and a browser's storage
// stays when a session ends.
/** As GraphiQL names it: how wide the pane beside the editors is, of the editors' width. */
const PANE: [string, string] = ["graphiql:docExplorerFlex", "0.32"];
const kept = new Map<string, string>([PANE]);

export const memory = {
  get length() {
    return kept.size;
  },
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  clear: () => kept.clear(),
};
