import fc from "fast-check";
import { Fleet } from "../../constructs";
import { type ClusterRangesProps, clusterRanges, GoogleSite, onDemand } from "../../constructs/google";
import { contains, overlap, parseRange } from "../../constructs/model";
import { brief, check, cluster, fleetOf, googlePool, googleSite } from "../rules/support";

describe("clusterRanges", () => {
  test("sizes ranges from nodes and pods, and lays them out, the widest first", () => {
    // 4,000 nodes, 4 of the system and 4 that Google keeps: 4,008, a /20. 4,000 x 64 + 4 x 256 addresses of pods: 257,024, a /14.
    expect(clusterRanges("10.32.0.0/13", { nodes: 4_000, podsPerNode: 32 })).toEqual({
      pods: "10.32.0.0/14",
      nodes: "10.36.0.0/20",
      services: "10.36.16.0/20",
      controlPlane: "10.36.32.0/28",
    });
  });

  test("gives each cluster of one that is spread ranges of its own", () => {
    // 4,000 x 32 + 4 x 256: 129,024, a /15; four of them are a /13.
    const props = { nodes: 4_000, podsPerNode: 15, clusters: 4, privateServices: 256 };
    expect(clusterRanges("10.32.0.0/12", props)).toEqual({
      pods: "each /15 of 10.32.0.0/13",
      nodes: "each /20 of 10.40.0.0/18",
      services: "each /20 of 10.40.64.0/18",
      privateServices: "each /24 of 10.40.128.0/22",
      controlPlane: "each /28 of 10.40.132.0/26",
    });
  });

  test("fills its range, and says how wide one more would have to be", () => {
    // 248 + 8 are a /24; 248 x 16 + 4 x 256 are 4,992, a /19; services a /19: 16,384 + 256 + 16 need a /17.
    const props = { nodes: 248, podsPerNode: 8, services: 8_192 };
    expect(clusterRanges("10.0.0.0/17", props).nodes).toBe("10.0.64.0/24");
    expect(clusterRanges("10.0.0.0/18", props).nodes).toMatch(
      /10\.0\.0\.0\/18 has no room for 248 nodes .*; a \/17 has$/,
    );
    expect(clusterRanges("10.0.0.0/17", { ...props, nodes: 249 }).nodes).toBe("10.0.64.0/23");
  });

  test("is reported in its place where there is no room, or no range", () => {
    const findings = (cidr: string, props: ClusterRangesProps) => {
      const fleet = new Fleet("atlas");
      const site = new GoogleSite(fleet, "iowa", {
        project: "atlas-tpus",
        region: "us-central1",
        location: { country: "US" },
      });
      const pools = [{ machine: "a3-highgpu-8g", count: 1, capacity: onDemand({ zone: "us-central1-a" }) }] as const;
      site.addCluster("train", { network: clusterRanges(cidr, props), pools });
      return fleet
        .validate({ asOf: "2026-11-23" })
        .findings.filter(({ severity }) => severity === "error")
        .map(({ rule, path, message }) => `${rule} ${path}: ${message}`);
    };
    const nodes = "SCHEMA sites.iowa.clusters.train.network.nodes: clusterRanges:";
    expect(findings("10.0.0.0/16", { nodes: 4_000 })).toEqual([
      // 4,000 x 256 + 4 x 256 addresses of pods are a /12, and there is more.
      `${nodes} 10.0.0.0/16 has no room for 4,000 nodes and their pods; a /11 has`,
    ]);
    expect(findings("10.0.0", { nodes: 4 })).toEqual([
      `${nodes} lays ranges out in an IPv4 range such as "10.32.0.0/13"; got "10.0.0"`,
    ]);
    expect(findings("10.0.0.5/16", { nodes: 4 })).toEqual([
      `${nodes} 10.0.0.5/16 does not begin at its own first address; did you mean "10.0.0.0/16"?`,
    ]);
    for (const wrong of [0, -5, 1.5, 15_001, Number.NaN]) {
      expect(findings("10.0.0.0/8", { nodes: wrong })).toEqual([
        expect.stringMatching(/: nodes is a whole number of 1 to 15,000; got /),
      ]);
    }
    for (const [name, least, most] of [
      ["podsPerNode", 8, 256],
      ["services", 16, 2 ** 20],
      ["privateServices", 256, 2 ** 16],
    ] as const) {
      for (const right of [least, most]) expect(findings("10.0.0.0/8", { nodes: 4, [name]: right })).toEqual([]);
      for (const wrong of [least - 1, most + 1]) {
        expect(findings("10.0.0.0/8", { nodes: 4, [name]: wrong })).toEqual([expect.stringContaining(`: ${name} is`)]);
      }
    }
    expect(findings("10.0.0.0/16", { nodes: 4 })).toEqual([]);
  });

  test("is wide enough for what was said, in ranges that share no address", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 8, max: 256 }), (nodes, podsPerNode) => {
        const network = clusterRanges("10.0.0.0/8", { nodes, podsPerNode });
        const ranges = Object.values(network).map((range) => parseRange(range));
        const whole = parseRange("10.0.0.0/8");
        for (const [index, range] of ranges.entries()) {
          if (range === undefined || whole === undefined) throw new Error("no range");
          expect(contains(whole, range)).toBe(true);
          expect(ranges.slice(index + 1).filter((other) => other !== undefined && overlap(range, other))).toEqual([]);
        }
        const pool = googlePool({ count: nodes, maxPods: podsPerNode });
        const site = googleSite({ clusters: [cluster([pool], { network: { ...network } })] });
        expect(brief(check("GCP-CL-03", fleetOf(site)))).toEqual([]);
      }),
    );
  });
});
