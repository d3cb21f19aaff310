// Who takes part: a way to have all the subscribers as one CSV file.

export type FileContender = {
  name: string;
  /** The processes whose work is counted. */
  pids: readonly number[];
  /** Where the file can be taken away. It is made first, where it has to be. */
  address(): Promise<string>;
  /** Before a turn, and not timed: what the last one left behind goes. */
  tidyUp?(): Promise<void>;
  end(): Promise<void>;
};
