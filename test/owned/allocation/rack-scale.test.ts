import { allocationText } from "../../../constructs/fleet/allocation-text";
import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { addressesOf, resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import { addressPlan, cluster, context, hall, pool, site } from "./sites";

describe("machines that are racks of their own: 16 GB200 NVL72 in units of 8 racks", () => {
  const resolved = resolveSite(
    site({
      halls: [
        hall("h1", {
          criticalItMW: 3,
          airCoolingMW: undefined,
          rackType: undefined,
          rows: [{ name: "main", rows: "r[1-3]", racks: 10 }],
        }),
      ],
      clusters: [cluster("train", [pool("gb200", 16, { machine: "gb200-nvl72" })])],
      fabrics: [
        {
          name: "rail",
          cluster: "train",
          technology: "infinibandNdr",
          switch: "qm9700",
          linkGbps: 400,
          rails: 4,
          scalableUnitHosts: 18,
          planes: 1,
        },
      ],
      addressPlan: addressPlan(),
    }),
    context,
  );

  test("take a position each", () => {
    expect(resolved.racks.filter(({ machines }) => machines > 0).map(({ machines }) => machines)).toEqual(
      Array(16).fill(1),
    );
  });

  // 18 trays of a rack are 18 hosts: the second machine has the hosts 19 to 36.
  test("have eighteen hosts each, numbered through, without a rack unit", () => {
    expect(resolved.hosts).toHaveLength(16 * 18);
    expect(resolved.hosts[18]).toMatchObject({ name: "tx1-train-gb200-n0019", machineOrdinal: 2, ordinal: 19 });
    expect(resolved.hosts.every(({ unit }) => unit === undefined)).toBe(true);
  });

  // 18 hosts, gateway, subnet and broadcast are 21: a /27.
  test("have a subnet that holds all of a rack", () => {
    const [, nineteenth] = [resolved.hosts[0], resolved.hosts[18]];
    expect(resolved.allocation.subnets.find(({ network }) => network === "hosts")?.first).toBe("10.65.0.0/27");
    expect(nineteenth === undefined ? [] : addressesOf(resolved, nineteenth, "hosts")).toEqual(["10.65.0.34"]);
  });
});

test("27,500 hosts are few lines to review", () => {
  const halls = Array.from({ length: 8 }, (_, index) =>
    hall(`h${index + 1}`, {
      criticalItMW: 45,
      airCoolingMW: 45,
      rows: [{ name: "main", rows: "r[01-44]", racks: 20 }],
    }),
  );
  const { allocation, shortfalls } = planSite(
    site({ halls, clusters: [cluster("train", [pool("h100", 27_500)])], addressPlan: addressPlan({ networks: [] }) }),
    context,
  );
  expect(shortfalls).toEqual([]);
  expect(allocationText("tx1", allocation).split("\n").length).toBeLessThan(40);
});
