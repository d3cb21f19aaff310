// The last line of a run. A file that doesn't compile counts as failed, else it would read «0 failed».
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `${results.numPassedTests} passed, ${failed} failed\n`;
    process.once("exit", () => process.stdout.write(line)); // Jest's own summary comes after every reporter
  }
};
