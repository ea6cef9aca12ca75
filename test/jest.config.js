const path = require("node:path");

const rootDir = path.join(__dirname, "..");

module.exports = {
  rootDir,
  projects: [
    {
      displayName: "unit",
      rootDir,
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      transform: {
        "^.+\\.ts$": [
          "@swc/jest",
          { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
        ],
      },
      moduleNameMapper: {
        "^siteform$": "<rootDir>/constructs/index.ts",
        "^siteform/(.*)$": "<rootDir>/constructs/$1/index.ts",
      },
      testTimeout: 120000,
    },
  ],
};
