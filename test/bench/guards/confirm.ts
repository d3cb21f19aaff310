// Before anybody is timed: what is said to be off is off, and everything else is on.
import type { Form } from "./forms";
import { type Probed, PROBES } from "./probes";

/** Throws, and so ends the benchmark, where one is not what its name says. */
export async function confirm({ name, changes }: Form, probed: Probed): Promise<void> {
  for (const [change, probe] of Object.entries(PROBES)) {
    const isOff = await probe(probed);
    const shouldBe = changes.some((each) => each === change);
    if (isOff !== shouldBe)
      throw new Error(`«${name}» does not count: ${change} is ${isOff ? "off" : "on"} in it.`);
  }
}
