import fc from "fast-check";
import { createTransfer } from "../../../constructs/owned/power/transfer";
import { naive } from "./naive";
import { graphOf, type LoadInput, type NodeInput, type TopologyInput } from "./support";

const transfers = ["equalShare", "staticTransfer", "catcher"] as const;

/** A small power tree: each node hangs on up to three of those before it, or on nothing. */
function trees(more: { readonly limits: boolean; readonly losses: boolean }): fc.Arbitrary<TopologyInput> {
  const part = fc.record({
    parents: fc.array(fc.nat(100), { maxLength: 3 }),
    transfer: fc.constantFrom(...transfers),
    ratedKW: fc.option(fc.integer({ min: 20, max: 400 }), { nil: undefined }),
    ratedKVA: fc.option(fc.integer({ min: 20, max: 400 }), { nil: undefined }),
    efficiency: fc.constantFrom(1, 0.9, 0.95),
    standingLossKW: fc.constantFrom(0, 0, 3),
  });
  const leaf = fc.record({
    feeds: fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }),
    transfer: fc.constantFrom(...transfers),
    powerKW: fc.integer({ min: 0, max: 120 }),
    powerFactor: fc.constantFrom(1, 0.9, 0.95),
  });
  return fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 9 }), fc.array(leaf, { minLength: 1, maxLength: 6 }))
    .map(([parts, leaves]) => ({
      nodes: parts.map(
        ({ parents, ratedKW, ratedKVA, efficiency, standingLossKW, ...rest }, at): NodeInput => ({
          id: `n${at}`,
          kind: "ups",
          ...rest,
          parents: at === 0 ? [] : parents.map((parent) => `n${parent % at}`),
          ...(more.limits ? { ratedKW, ratedKVA } : {}),
          ...(more.losses ? { efficiency, standingLossKW } : {}),
        }),
      ),
      loads: leaves.map(
        ({ feeds, ...rest }, at): LoadInput => ({
          id: `l${at}`,
          kind: "it",
          ...rest,
          feeds: feeds.map((feed) => `n${feed % parts.length}`),
        }),
      ),
    }));
}

const failing = fc.array(fc.nat(100), { minLength: 0, maxLength: 3 });
const chosen = (picks: readonly number[], nodes: number) => [...new Set(picks.map((pick) => pick % nodes))];

/** A loss and what every live node delivers right after it. */
function after(input: TopologyInput, picks: readonly number[]) {
  const { graph } = graphOf(input);
  const engine = createTransfer(graph);
  const members = chosen(picks, graph.nodes.length);
  const first = new Map<number, number>();
  const outcome = engine.fail(members, (node, kW) => first.set(node, kW));
  return { graph, engine, members, first, outcome };
}

test("says the same as a reckoning of everything anew", () => {
  fc.assert(
    fc.property(trees({ limits: true, losses: true }), failing, (input, picks) => {
      const { graph, engine, members, first, outcome } = after(input, picks);
      const expected = naive(graph, members);
      for (const [node, kW] of expected.first) {
        expect(first.get(node) ?? engine.baseline.outKW[node]).toBeCloseTo(kW, 6);
      }
      expect(outcome.overloads.map(({ node, round }) => [round, node])).toEqual(
        expected.overloads.map(({ node, round }) => [round, node]),
      );
      expect(outcome.lost).toEqual(expected.lost);
    }),
    { numRuns: 2000 },
  );
});

test("to lose nothing changes nothing", () => {
  fc.assert(
    fc.property(trees({ limits: true, losses: true }), (input) => {
      const { first, outcome } = after(input, []);
      expect([first.size, outcome.overloads, outcome.lockedOut, outcome.lost]).toEqual([0, [], [], []]);
    }),
  );
});

test("load is conserved: the sources deliver what the loads draw that are not lost", () => {
  fc.assert(
    fc.property(trees({ limits: false, losses: false }), failing, (input, picks) => {
      const { graph, engine, members, first, outcome } = after(input, picks);
      const sources = [...graph.nodes.keys()].filter((node) => graph.nodes[node]?.node.parents.length === 0);
      const delivered = sources
        .filter((node) => !members.includes(node))
        .reduce((sum, node) => sum + (first.get(node) ?? engine.baseline.outKW[node] ?? 0), 0);
      const drawn = graph.loads.reduce(
        (sum, { kW }, at) => sum + (outcome.lost.includes(graph.nodes.length + at) ? 0 : kW),
        0,
      );
      expect(delivered).toBeCloseTo(drawn, 6);
    }),
  );
});

test("where nothing trips, to lose more never brings a load back", () => {
  fc.assert(
    fc.property(trees({ limits: false, losses: true }), failing, failing, (input, some, more) => {
      const few = after(input, some).outcome.lost;
      const many = after(input, [...some, ...more]).outcome.lost;
      expect(few.filter((load) => !many.includes(load))).toEqual([]);
    }),
  );
});

test("a tree that has lost something is as it was for the next loss", () => {
  fc.assert(
    fc.property(trees({ limits: true, losses: true }), failing, failing, (input, one, other) => {
      const { graph } = graphOf(input);
      const engine = createTransfer(graph);
      const [first, second] = [one, other].map((picks) => chosen(picks, graph.nodes.length));
      const fresh = createTransfer(graph).fail(second ?? []);
      engine.fail(first ?? []);
      expect(engine.fail(second ?? [])).toEqual(fresh);
    }),
  );
});
