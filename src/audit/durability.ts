// Whether an entry of a read waits for the disk. Entries of changes always do; those of ordinary reads only where
// `READ_AUDIT=durable` says so, since only a crash of the database itself could lose the last of them.

let durable = false;

export function setReadAuditDurable(isDurable: boolean): void {
  durable = isDurable;
}

export const isReadAuditDurable = () => durable;
