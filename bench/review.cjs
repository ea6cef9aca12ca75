// `siteform review` of the plans in PROJECT, whose process the bench measures.
const { join } = require("node:path");

process.argv = [
  process.argv[0],
  "siteform",
  "review",
  "--cwd",
  process.env.PROJECT,
  "--plans",
  "plans",
  "-o",
  join(process.env.PROJECT, "review.md"),
];
require("../dist/cli/main.js");
