// One operation as it goes over the wire, and how long its answer took.

export type Sent<T> = { status: number; data: T; milliseconds: number };

export async function send<T = Record<string, never>>(
  address: string,
  query: string,
  variables: object = {},
  token?: string,
): Promise<Sent<T>> {
  const startedAt = performance.now();
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: T };
  return { status: response.status, data, milliseconds: performance.now() - startedAt };
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
