// Rows in batches, bounded by their number and by what a request may carry.

export const BATCH_ROWS = 200;
export const BATCH_BYTES = 48 * 1024;

export type Batch<Row> = { rows: Row[]; bytes: number };

export const emptyBatch = <Row>(): Batch<Row> => ({ rows: [], bytes: 0 });

export const isFull = <Row>({ rows, bytes }: Batch<Row>, next: Row) =>
  rows.length >= BATCH_ROWS || bytes + bytesOf(next) > BATCH_BYTES;

export function put<Row>(batch: Batch<Row>, row: Row): void {
  batch.rows.push(row);
  batch.bytes += bytesOf(row);
}

const bytesOf = (row: unknown) => Buffer.byteLength(JSON.stringify(row)) + 1;
