import { boardsOut, capacityOf, firm, largestOut } from "../../../constructs/owned/cooling/firm";
import { flowLMin as flowOf, type LoopLiquid } from "../../../constructs/owned/cooling/flow";
import { unitsOf, unitsWithout } from "../../../constructs/owned/cooling/units";
import { topology } from "./support";

const byDefault = { loopRiseK: 10, extraFlowPerGlycol: 0.2 };
const flowLMin = (heatKW: number, liquid: LoopLiquid = {}, policy = byDefault) => flowOf(heatKW, liquid, policy);

const cdus = (ids: string, more = {}) =>
  unitsOf(topology({ units: [{ name: "cdus", ids, kind: "cdu", capacityKW: 900, loop: "a", ...more }] }));

test("case 3: three CDUs of 900 kW with one out give 1,800 kW; two give 900; one gives nothing", () => {
  expect(largestOut(cdus("c[1-3]"), capacityOf)).toEqual({
    loss: { name: "c1", units: ["c1"] },
    left: 2,
    amount: 1800,
  });
  expect(largestOut(cdus("c[1-2]"), capacityOf)?.amount).toBe(900);
  expect(largestOut(cdus("c1"), capacityOf)).toMatchObject({ left: 0, amount: 0 });
  expect(largestOut([], capacityOf)).toBeUndefined();
});

test("case 3: 1,632 kW of water at a rise of 10 K are 2,350 l/min", () => {
  expect(Math.round(flowLMin(1632, { riseK: 10 }))).toBe(2350);
  // Twice the rise, half the flow; the rule of thumb of 14.4 l/min for a kW and a kelvin, within 0.1 %.
  expect(flowLMin(1632, { riseK: 20 })).toBeCloseTo(flowLMin(1632) / 2, 9);
  expect(Math.abs(flowLMin(115, { riseK: 10 }) - (14.4 * 115) / 10)).toBeLessThan(0.2);
});

test("glycol takes more flow, by the policy", () => {
  expect(flowLMin(100, { glycolShare: 0.25 }) / flowLMin(100)).toBeCloseTo(1.05, 9);
  const policy = { loopRiseK: 8, extraFlowPerGlycol: 0.4 };
  expect(flowLMin(100, { glycolShare: 0.5 }, policy)).toBeCloseTo(flowLMin(100, { riseK: 8 }) * 1.2, 9);
});

test("units of a range alternate over the boards that feed them", () => {
  const units = cdus("c[1-4]", { boards: ["ma", "mb"] });
  expect(units.map(({ id, boards }) => [id, ...boards])).toEqual([
    ["c1", "ma"],
    ["c2", "mb"],
    ["c3", "ma"],
    ["c4", "mb"],
  ]);
  expect(boardsOut(units, capacityOf)).toEqual([
    { loss: { name: "board ma", units: ["c1", "c3"], board: "ma" }, left: 2, amount: 1800 },
    { loss: { name: "board mb", units: ["c2", "c4"], board: "mb" }, left: 2, amount: 1800 },
  ]);
  expect(firm(units, capacityOf)).toBe(1800);
});

test("units behind a transfer switch live while one of their boards does", () => {
  const units = cdus("c[1-2]", { boards: ["ma", "mb"], supply: "either" });
  expect(boardsOut(units, capacityOf).map(({ amount }) => amount)).toEqual([1800, 1800]);
  expect(firm(units, capacityOf)).toBe(900);
  expect(unitsWithout(units, new Set(["ma", "mb"]))).toEqual([]);
});

test("what nobody says feeds it is lost with no board", () => {
  expect(unitsWithout(cdus("c[1-2]"), new Set(["ma"]))).toHaveLength(2);
});

test("of a range's units on three boards the worst loss counts", () => {
  // Four on three boards: ma feeds two of them.
  expect(firm(cdus("c[1-4]", { boards: ["ma", "mb", "mc"] }), capacityOf)).toBe(1800);
  expect(firm(cdus("c[1-3]", { boards: ["ma", "mb", "mc"] }), capacityOf)).toBe(1800);
});
