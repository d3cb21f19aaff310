// Jest's own environment, in a worker that leaves at once when it is done: to free its heap of hundreds of megabytes
// first takes longer on a busy machine than Jest waits, which then says that tests leak.
const { TestEnvironment } = require("jest-environment-node");

process.once("beforeExit", () => process.exit());

module.exports = TestEnvironment;
