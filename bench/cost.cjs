// The cost of 1,000 leased sites over ten years: rent month by month, and two prices of a book for each.
const { FleetSpec } = require("../dist/constructs/model");
const { findMachine } = require("../dist/constructs/catalog");
const { costReport } = require("../dist/constructs/ledger/cost");
const { leasedSite } = require("./leased-site.cjs");

const rentPerKWMonth = { amount: "150", currency: "USD", basis: "assumed", source: "bench" };
const site = (index) => {
  const made = leasedSite(index);
  return { ...made, lease: { ...made.lease, rentPerKWMonth } };
};
const rates = [
  { id: "service", what: "maintenance", per: "machineMonth", amount: "100" },
  { id: "staff", what: "staff", per: "month", amount: "1000" },
];
const book = { name: "own", currency: "USD", basis: "assumed", source: "bench", date: "2027-01-01", rates };
const sites = Array.from({ length: 1000 }, (_, index) => site(index));
const spec = FleetSpec.parse({ sites, priceBooks: [book] });
const began = performance.now();
const report = costReport(spec, { machine: findMachine, asOf: "2027-01-01", until: "2037-01-01", rate: 0.08 });
const seconds = (performance.now() - began) / 1000;
process.stdout.write(JSON.stringify({ seconds, lines: report.lines.length, rows: report.months.length }));
