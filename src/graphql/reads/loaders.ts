// One DataLoader for each request and question: what is asked of many parents of a level is asked once.
import DataLoader from "dataloader";
import type { Viewer } from "../../viewer/viewer";
import type { Asking } from "./selection";

const loadersOf = new WeakMap<Viewer, Map<unknown, unknown>>();

export function loaderOf<K, V>(
  viewer: Viewer,
  /** A name, or the fields of the document that ask. */
  question: string | Asking,
  load: (keys: readonly K[]) => Promise<V[]>,
): DataLoader<K, V> {
  const loaders = loadersOf.get(viewer) ?? new Map<unknown, unknown>();
  loadersOf.set(viewer, loaders);
  const loader =
    (loaders.get(question) as DataLoader<K, V> | undefined) ?? new DataLoader<K, V>(load);
  loaders.set(question, loader);
  return loader;
}
