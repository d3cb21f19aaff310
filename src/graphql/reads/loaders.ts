// One DataLoader for each request and question: what is asked of many parents of a level is asked once.
import DataLoader from "dataloader";
import type { FieldNode } from "graphql";
import type { Viewer } from "../../viewer/viewer";

const loadersOf = new WeakMap<Viewer, Map<unknown, unknown>>();

export function loaderOf<K, V>(
  viewer: Viewer,
  /** A name, or the field of the document that asks. */
  question: string | FieldNode,
  load: (keys: readonly K[]) => Promise<V[]>,
): DataLoader<K, V> {
  const loaders = loadersOf.get(viewer) ?? new Map<unknown, unknown>();
  loadersOf.set(viewer, loaders);
  const loader =
    (loaders.get(question) as DataLoader<K, V> | undefined) ?? new DataLoader<K, V>(load);
  loaders.set(question, loader);
  return loader;
}
