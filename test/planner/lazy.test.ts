import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { offer } from "./support/requests";

const dist = join(__dirname, "..", "..", "dist", "constructs");

/** Whether the solver is among the modules that a program loaded. */
const loads = (program: string): boolean =>
  execFileSync(
    process.execPath,
    [
      "-e",
      `${program}; process.stdout.write(String(Object.keys(require.cache).some((each) => /node_modules.highs/.test(each))))`,
    ],
    { encoding: "utf8" },
  ) === "true";

describe("the solver", () => {
  test("is not loaded by whoever imports the library, or the planner", () => {
    for (const room of ["index.js", join("planner", "index.js")])
      expect(loads(`require(${JSON.stringify(join(dist, room))})`)).toBe(false);
  });

  test("is loaded by the first plan", () => {
    const offers = [offer("some", { perAcceleratorMonth: "1.00" })];
    const request = { horizon: { first: "2027-01", months: 1 }, currency: "USD", discountRatePerYear: 0, offers };
    const demand = [{ workload: "serving", perMonth: [0] }];
    const workloads = [{ name: "serving", servedBy: [{ accelerator: "H100", throughput: 1 }] }];
    const full = { ...request, workloads, scenarios: [{ name: "base", demand }] };
    const planner = JSON.stringify(join(dist, "planner", "index.js"));
    expect(loads(`require(${planner}).planCapacity(${JSON.stringify(full)})`)).toBe(true);
  });
});
