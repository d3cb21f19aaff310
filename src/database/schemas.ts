// The schemas of our own tables. Whatever looks after every table looks into each of them.

/** The keys of people, which are dumped apart from everything else. */
export const KEYS_SCHEMA = "keys";

/** Parts of tables of ours, which nobody reads or writes by themselves: whatever looks after columns finds them in the whole. */
export const PARTITIONS_SCHEMA = "partitions";

export const OWN_SCHEMAS = ["public", KEYS_SCHEMA] as const;
