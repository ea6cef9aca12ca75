import fc from "fast-check";
import { compressNames } from "../../../constructs/model";
import { hostsOfPool, scheduledClusters } from "../../../constructs/owned/scheduler/scheduled";
import { topographModel } from "../../../constructs/owned/scheduler/topograph";
import { type SlurmTopology, slurmTopologies } from "../../../constructs/owned/scheduler/topologies";
import { context, pool } from "../allocation/sites";
import { fabric, racks, resolved, scheduled } from "./sites";

const runs = { numRuns: 30 };

const servers = fc.integer({ min: 1, max: 60 });
const nvlinks = fc.integer({ min: 0, max: 6 });

/** Units of whole domains; with or without pods. */
const fabrics = fc.record({ unit: fc.constantFrom(18, 32), tiers: fc.constantFrom(2 as const, 3 as const) });

const poolsOf = (count: number, domains: number) => [pool("h100", count), ...(domains === 0 ? [] : [racks(domains)])];

const fabricsOf = ({ unit, tiers }: { readonly unit: number; readonly tiers: 2 | 3 }) => [
  fabric({ scalableUnitHosts: unit, tiers, rails: 4, designFor: { hosts: 288 } }),
];

const groupsOf = (topology: SlurmTopology) =>
  topology.kind === "tree" ? topology.leaves : topology.kind === "block" ? topology.blocks : [];

test("every host is in one leaf or block of the topology of its pool, and leaves hold no more than a unit", () => {
  fc.assert(
    fc.property(servers, nvlinks, fabrics, (count, domains, of) => {
      const cluster = scheduled(poolsOf(count, domains), fabricsOf(of));
      const { topologies, ofPool } = slurmTopologies(cluster);
      const all = topologies.flatMap(groupsOf).flatMap(({ hosts }) => hosts);
      expect(all).toHaveLength(count + domains * 18);
      expect(new Set(all).size).toBe(all.length);
      for (const each of cluster.pools) {
        const own = topologies.find(({ name }) => name === ofPool.get(each.pool.name));
        const within = new Set(own === undefined ? [] : groupsOf(own).flatMap(({ hosts }) => hosts));
        expect(hostsOfPool(each).every(({ name }) => within.has(name))).toBe(true);
      }
      for (const topology of topologies)
        for (const { hosts } of groupsOf(topology))
          expect(hosts.length).toBeLessThanOrEqual(topology.kind === "block" ? 18 : of.unit);
    }),
    runs,
  );
});

test("every switch but one has one parent, and names are those of one switch", () => {
  fc.assert(
    fc.property(servers, fabrics, (count, of) => {
      const [tree] = slurmTopologies(scheduled(poolsOf(count, 0), fabricsOf(of))).topologies;
      if (tree?.kind !== "tree") throw new Error("no tree");
      const names = [...tree.leaves, ...tree.switches].map(({ name }) => name);
      const children = tree.switches.flatMap((each) => each.children);
      expect(new Set(names).size).toBe(names.length);
      expect([...children].sort()).toEqual(names.filter((name) => name !== tree.switches.at(-1)?.name).sort());
    }),
    runs,
  );
});

test("topograph's model has every host in one block, below switches that the model has", () => {
  fc.assert(
    fc.property(servers, nvlinks, fabrics, (count, domains, of) => {
      const { switches, blocks } = topographModel(scheduled(poolsOf(count, domains), fabricsOf(of)));
      const nodes = blocks.flatMap((block) => block.nodes);
      expect(nodes).toHaveLength(count + domains * 18);
      expect(new Set(nodes).size).toBe(nodes.length);
      const children = switches.flatMap((each) => each.switches);
      expect(new Set(children).size).toBe(children.length);
      expect(blocks.every((block) => block.nodes.length > 0 && children.includes(block.switch ?? ""))).toBe(true);
    }),
    runs,
  );
});

test("growth fills the last unit, and changes no other leaf and no block", () => {
  fc.assert(
    fc.property(servers, servers, nvlinks, fabrics, (count, more, domains, of) => {
      const before = resolved(poolsOf(count, domains), fabricsOf(of));
      const after = resolved(poolsOf(count + more, domains + 1), fabricsOf(of), { allocation: before.allocation });
      const linesOf = (site: typeof before) =>
        scheduledClusters(site, context.machine)
          .flatMap((cluster) => slurmTopologies(cluster).topologies)
          .flatMap(groupsOf)
          .map(({ name, hosts }) => `${name} ${compressNames(hosts)}`);
      const now = new Set(linesOf(after));
      const changed = linesOf(before).filter((line) => !now.has(line));
      expect(changed.length).toBeLessThanOrEqual(1);
      expect(changed.every((line) => line.startsWith("rail-su"))).toBe(true);
    }),
    runs,
  );
});
