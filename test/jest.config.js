const path = require("node:path");

const rootDir = path.join(__dirname, "..");

// The framework's living fork under the framework's name: the way a user moves to it.
const fork = {
  "^cdktf$": "<rootDir>/test/cdktn/node_modules/cdktn",
  "^cdktf/(.*)$": "<rootDir>/test/cdktn/node_modules/cdktn/$1",
  "^constructs$": "<rootDir>/node_modules/constructs",
};

module.exports = {
  rootDir,
  roots: ["<rootDir>/test", "<rootDir>/constructs"],
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/test/cdktn/package.json"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  moduleNameMapper: {
    "^siteform$": "<rootDir>/constructs/index.ts",
    "^siteform/(.*)$": "<rootDir>/constructs/$1/index.ts",
    ...(process.env.SITEFORM_TEST_FRAMEWORK === "cdktn" ? fork : {}),
  },
  // One more than a small machine has cores: the longest tests wait for a server most of their time.
  maxWorkers: 3,
  reporters: ["default", "<rootDir>/test/support/skipped-reporter.js"],
  testTimeout: 900000,
};
