import { findMachine } from "../../constructs/catalog";
import { cabledFabrics, cabledFabricsOf, fabricFiles, materialsOfFabrics } from "../../constructs/emit/fabric-files";
import { resolveSite } from "../../constructs/owned/resolve/resolve-site";
import { cluster, context, hall, pool, site } from "../owned/allocation/sites";

const fabric = {
  name: "compute",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
  designFor: { hosts: 64 },
};

const tx1 = site({
  halls: [hall("h1", { reserved: [{ name: "network", positions: "r8-[01-12]", use: "network" }] })],
  fabrics: [fabric],
  clusters: [cluster("train", [pool("h100", 40)])],
});

describe("the fabrics of a site", () => {
  const before = cabledFabrics(tx1, findMachine);
  const after = cabledFabricsOf(resolveSite(tx1, context), findMachine);

  test("have no lengths before anything is placed", () => {
    expect(before[0]?.cables[0]?.cables.every(({ lengthM }) => lengthM === undefined)).toBe(true);
  });

  test("have lengths and names once it is planned where hosts and switches stand", () => {
    const lines = after[0]?.cables[0]?.cables ?? [];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ lengthM, medium }) => lengthM !== undefined && medium !== undefined)).toBe(true);
    const links = fabricFiles(after).find(({ file }) => file === "schedules/compute-links.csv");
    expect(links?.text.split("\r\n")[1]).toMatch(/^compute,1,hostLeaf,tx1-/);
  });

  test("become four kinds of files and lines of the bill of materials", () => {
    expect(fabricFiles(after).map(({ file }) => file)).toEqual([
      "schedules/compute-cables.csv",
      "schedules/compute-links.csv",
      "schedules/compute-optics.csv",
      "schedules/compute-optics.md",
      "drawings/compute.svg",
    ]);
    // Two units: 16 leaves and 8 spines.
    expect(materialsOfFabrics(after)[0]).toMatchObject({ kind: "switch", item: "qm9700", quantity: 24 });
  });
});
