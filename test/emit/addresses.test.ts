import { addressFiles } from "../../constructs/emit/schedules/addresses";
import { hostFiles } from "../../constructs/emit/schedules/hosts";
import { resolveSite } from "../../constructs/owned/resolve/resolve-site";
import { addressPlan, cluster, context, hall, leasedSite, network, pool, site } from "../owned/allocation/sites";

const plan = addressPlan({
  networks: [
    network("management", "10.64.0.0/16"),
    network("hosts", "10.65.0.0/16"),
    network("accelerators", "10.66.0.0/16", { addressesPerHost: 2 }),
  ],
});

const textOf = (files: readonly { file: string; text: string }[], file: string): string =>
  files.find((each) => each.file === file)?.text ?? "";

describe("hosts of a site", () => {
  const resolved = resolveSite(
    site({ halls: [hall("h1")], clusters: [cluster("train", [pool("h100", 6)])], addressPlan: plan }),
    context,
  );
  const lines = textOf(hostFiles(resolved), "schedules/hosts.csv").split("\r\n");

  // Four in a rack of 8 units each: the sixth is the second of its rack. Subnets of 16 hold 8 addresses of a rack and 5 more.
  test("have a row each, with their place and all of their addresses", () => {
    expect(lines).toHaveLength(1 + 6 + 1);
    expect(lines[0]).toBe(
      "host,cluster,pool,ordinal,machine,machineOrdinal,hall,position,rack,unit,fabric,fabricIndex,address:management,address:hosts,address:accelerators",
    );
    expect(lines[6]).toBe(
      "tx1-train-h100-n0006,train,h100,6,dgx-h100,6,h1,r1-02,tx1-h1-r1-02,9,,,10.64.0.7,10.65.0.11,10.66.0.20 10.66.0.21",
    );
  });

  test("have subnets, with the rack that each is for and its gateway", () => {
    const subnets = textOf(addressFiles(resolved), "schedules/subnets.csv").split("\r\n");
    expect(subnets[0]).toBe("network,purpose,subnet,gateway,hall,position,switches,addresses");
    expect(subnets).toContain("hosts,hosts,10.65.0.8/29,10.65.0.9,h1,r1-02,,5");
  });

  test("have an address plan to read", () => {
    const text = textOf(addressFiles(resolved), "schedules/address-plan.md");
    expect(text).toContain("| hosts | hosts | 10.65.0.0/16 | 65,536 | 4 | 2 |");
    expect(text).toContain("| hosts | hall h1 | 10.65.0.0/29 | 4 |");
  });
});

test("a site that is only spoken of has an address plan and no hosts", () => {
  const resolved = resolveSite(leasedSite("proposed", { halls: [hall("h1")], addressPlan: plan }), context);
  expect(hostFiles(resolved)).toEqual([]);
  expect(addressFiles(resolved).map(({ file }) => file)).toEqual([
    "schedules/address-plan.md",
    "schedules/subnets.csv",
  ]);
});
