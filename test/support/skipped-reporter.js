/** Names every test that did not run, with the reason in its title: a skipped check is not a passed one. */
module.exports = class SkippedReporter {
  constructor() {
    this.skipped = [];
  }

  onTestResult(_test, result) {
    for (const each of result.testResults) if (each.status === "pending") this.skipped.push(each.fullName);
  }

  onRunComplete() {
    if (this.skipped.length === 0) return;
    process.stderr.write(`\nSkipped, and so not checked:\n${this.skipped.map((name) => `  ${name}\n`).join("")}`);
  }
};
