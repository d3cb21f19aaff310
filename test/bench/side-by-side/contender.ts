// Who takes part: a way to serve the same questions, in a process of its own.
import type { WorkloadName } from "./workloads";

export type Contender = {
  name: string;
  address: string;
  /** The process whose work is counted. */
  pid: number;
  /** The bytes of the `n`th request. */
  request(workload: WorkloadName, n: number): Buffer;
  /** What the answer says, in the words of the first contender. Throws where it is no answer. */
  dataOf(workload: WorkloadName, body: string): unknown;
  end(): Promise<void>;
};
