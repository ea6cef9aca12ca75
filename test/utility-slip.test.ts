import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "../constructs";
import { addGuarantees } from "../stacks/leases";
import { addNewYork } from "../stacks/new-york";
import { inFolder, tempFolder } from "./support/temp";

/** What a plan of New York shows, as its stack has it. */
function planned(change: (text: string) => string) {
  const folder = tempFolder();
  const fleet = new Fleet("slip", { organisation: "Reference AI" });
  addNewYork(fleet);
  addGuarantees(fleet, ["new-york"]);
  const record = fleet.record.bind(fleet);
  jest.spyOn(fleet, "record").mockImplementation(() => JSON.parse(change(JSON.stringify(record()))));
  const result = inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-28" }));
  expect(result.ok).toBe(true);
  const stack = JSON.parse(readFileSync(join(folder, "cdktf.out", "stacks", "new-york", "cdk.tf.json"), "utf8"));
  const { site, lease } = stack.resource.terraform_data;
  return { usable: site.input.usable_mw, lease: lease.input };
}

describe("the utility of New York slips by 91 days, one changed line", () => {
  const before = planned((text) => text);
  // 2026-12-01 and 91 days are 2027-03-02.
  const after = planned((text) => text.replace('"forecast":"2026-12-01"', '"forecast":"2027-03-02"'));

  test("the second phase is usable 91 days later", () => {
    expect(Object.keys(before.usable)).toContain("2026-12-31");
    expect(before.usable["2026-12-31"]).toMatch(/^200, /);
    // 30 days from the utility to service: 2027-04-01.
    expect(Object.keys(after.usable)).toContain("2027-04-01");
    expect(after.usable["2027-04-01"]).toMatch(/^200, /);
    expect(after.usable["2026-12-31"]).toBeUndefined();
  });

  test("its rent begins and adds up accordingly", () => {
    expect(before.lease.phases.p2.rent_commencement).toBe("2026-12-31");
    expect(after.lease.phases.p2.rent_commencement).toBe("2027-04-01");
    // p1: 40,000 kW at $135 are $5.4 M a month, from June 2026; from June 2027 3 % more. p2: 160,000 kW are $21.6 M a month.
    expect(before.lease.rent_by_year["2026"]).toBe("38496774.19 USD"); // 7 x 5.4 M + 21.6 M / 31
    expect(after.lease.rent_by_year["2026"]).toBe("37800000.00 USD"); // 7 x 5.4 M
    expect(before.lease.rent_by_year["2027"]).toBe("325134000.00 USD"); // 5 x 5.4 M + 7 x 5.562 M + 12 x 21.6 M
    expect(after.lease.rent_by_year["2027"]).toBe("260334000.00 USD"); // ... + 9 x 21.6 M
  });

  test("and the guarantee leaves more of the lease bare", () => {
    // It falls to nothing over 120 months from June 2026; the rent of p2 runs for 120 months from its own start.
    expect(before.lease.guarantee).toMatchObject({ bare_from: "2036-06", months_bare: 7 }); // June to December 2036
    expect(after.lease.guarantee).toMatchObject({ bare_from: "2036-06", months_bare: 10 }); // to March 2037
  });
});
