// The ledger of capacity of 1,000 leased sites over ten years, by site, from the document to a row for each change.
const { FleetSpec } = require("../dist/constructs/model");
const { findMachine } = require("../dist/constructs/catalog");
const { capacityReport } = require("../dist/constructs/ledger/capacity");
const { stepsTable } = require("../dist/constructs/emit/capacity/tables");
const { leasedSite } = require("./leased-site.cjs");

const spec = FleetSpec.parse({ sites: Array.from({ length: 1000 }, (_, index) => leasedSite(index)) });
const began = performance.now();
const report = capacityReport(spec, { machine: findMachine, asOf: "2027-01-01", until: "2037-01-01", by: "site" });
const table = stepsTable(report);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(
  JSON.stringify({ seconds, lines: report.supply.lines.length, rows: table.split("\r\n").length - 2 }),
);
