// What `node` found, where it is of the type that was asked for.
export const foundNode = <Found extends { id: string }>(
  node: Found | Record<PropertyKey, never> | null,
): Found | null => (node?.id ? node : null);
