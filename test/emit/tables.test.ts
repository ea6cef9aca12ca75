import { daysTable, powerTable, stepsTable } from "../../constructs/emit/capacity/tables";
import { energyTable } from "../../constructs/emit/energy/tables";
import { capacityReport } from "../../constructs/ledger/capacity";
import { energyOf } from "../../constructs/ledger/energy";
import { built, cloud, leasedSite, optionsFor } from "../ledger/capacity/support";

/** A cloud contract that somebody has called `all`, and a lease. */
const spec = built({
  sites: [cloud({ count: 1, term: { contract: "all", state: "binding" } }), leasedSite({ end: "2030-12-31" })],
});
const options = { ...optionsFor(spec, "2027-01-01"), by: "contract" as const };
const capacity = capacityReport(spec, { ...options, asOf: "2027-01-01", until: "2027-02-01" });
const energy = energyOf(spec, { ...options, from: "2027-01-01", until: "2027-02-01" });

/** The places of the rows of a table: `contract/all`. */
const places = (table: string): string[] => {
  const [heading, ...rows] = table.trimEnd().split("\r\n");
  expect(heading).toMatch(/^by,group,/);
  return [...new Set(rows.map((row) => row.split(",").slice(0, 2).join("/")))];
};

describe("a contract that is called all", () => {
  test.each([
    ["steps", stepsTable(capacity)],
    ["days", daysTable(capacity)],
    ["power", powerTable(capacity)],
    ["energy", energyTable(energy)],
  ])("is another row than the whole fleet in the table of %s", (_, table) => {
    expect(places(table)).toEqual(["all/all", "contract/all", "contract/lease of memphis"]);
  });
});
