// Files that take a minute or more come first, so that neither worker is left with one at the end.
const { default: Sequencer } = require("@jest/test-sequencer");

const LONG = [
  "drills/faults",
  "drills/small-rounds",
  "access/matrix-of-ids",
  "drills/walls",
  "walls/each-wall-alone",
];

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONG.some((name) => path.endsWith(`/${name}.test.ts`));
    const others = super.sort(tests.filter((test) => !isLong(test)));
    return [...tests.filter(isLong), ...others];
  }
};
