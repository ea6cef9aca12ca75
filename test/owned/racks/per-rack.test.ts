import { machinesPerRack, type RackQuestion } from "../../../constructs/owned/racks/per-rack";
import { hall, machine, rackType } from "./support";

const h100 = machine("dgx-h100");
const by = (question: RackQuestion) =>
  Object.fromEntries(machinesPerRack(question).limits.map(({ name, machines }) => [name, machines]));

test("case 4: a DGX H100 fits 5 by units, 4 by density, 6 by weight, 6 by feeds with one lost: 4", () => {
  const question: RackQuestion = { machine: h100, rackType: rackType(), hall: hall(), survival: "feed" };
  expect(by(question)).toEqual({ units: 5, density: 4, weight: 6, feeds: 6 });
  const fit = machinesPerRack(question);
  expect([fit.machines, fit.binds.name, fit.unknown]).toEqual([4, "density", []]);
});

test.each([
  ["units", { units: 40 }, 5],
  ["units", { units: 39 }, 4],
  ["units", { units: 42, reservedUnits: 2 }, 5],
  ["units", { units: 42, reservedUnits: 2.5 }, 4],
  // 5 x 10.2 kW
  ["density", { ratedKW: 51 }, 5],
  ["density", { ratedKW: 50.999 }, 4],
  // 210 + 6 x 130.45 kg
  ["weight", { maxWeightKg: 992.7 }, 6],
  ["weight", { maxWeightKg: 992.699 }, 5],
])("by %s of %j: %i, exactly at the limit", (name, more, machines) => {
  expect(by({ machine: h100, rackType: rackType(more) })[name]).toBe(machines);
});

test.each([
  // 0.6 m x 1.2 m = 0.72 m2; 210 + 4 x 130.45 = 731.8 kg, over 0.72 m2 1,016.39 kg/m2
  [1016.39, 4],
  [1016.38, 3],
])("by a floor of %d kg/m2: %i", (floorLoadKgPerM2, machines) => {
  expect(by({ machine: h100, rackType: rackType(), hall: hall({ floorLoadKgPerM2 }) })["floor"]).toBe(machines);
});

test("the lower density of hall and rack holds", () => {
  expect(by({ machine: h100, rackType: rackType(), hall: hall({ rackKW: 30.6 }) })["density"]).toBe(3);
});

test("two feeds with one lost carry 32.78 kW: three machines, of which each keeps three supplies and needs four: none", () => {
  const two = rackType({ feeds: { count: 2, sides: ["A", "B"], voltageV: 415, currentA: 60, powerFactor: 0.95 } });
  const fit = machinesPerRack({ machine: h100, rackType: two, survival: "feed" });
  expect(by({ machine: h100, rackType: two, survival: "feed" })).toMatchObject({ feeds: 3, supplies: 0 });
  expect([fit.machines, fit.binds.label]).toEqual([0, "supplies that live with a feed lost"]);
  expect(machinesPerRack({ machine: h100, rackType: two }).machines).toBe(4);
});

test("a DGX B200 needs five of six supplies, and keeps four of them on three feeds", () => {
  const b200 = machine("dgx-b200");
  expect(by({ machine: b200, rackType: rackType(), survival: "feed" })).toMatchObject({ supplies: 0 });
});

test("a machine that is a rack takes one position; its weight is the rack's, its density and the floor count", () => {
  const rack = machine("gb300-nvl72");
  const place = rackType({ kind: "place", ratedKW: 140, maxWeightKg: 1360, feeds: undefined });
  expect(by({ machine: rack, rackType: place })).toEqual({ position: 1, density: 1, weight: 1 });
  expect(machinesPerRack({ machine: rack }).machines).toBe(1);
  expect(by({ machine: rack, rackType: rackType({ ratedKW: 140, maxWeightKg: 1570 }) })["position"]).toBe(0);
  expect(by({ machine: h100, rackType: place })["units"]).toBe(0);
  expect(machinesPerRack({ machine: rack, hall: hall({ rackKW: 139 }) }).machines).toBe(0);
  expect(by({ machine: rack, rackType: place, hall: hall({ floorLoadKgPerM2: 1800 }) })).toMatchObject({ floor: 0 });
});

test("a machine with a height needs a rack", () => {
  expect(machinesPerRack({ machine: h100 })).toMatchObject({ machines: 0, binds: { name: "units" } });
});

test("what nobody says limits nothing, and is named", () => {
  const { unknown, limits } = machinesPerRack({ machine: machine("dgx-b300"), rackType: rackType() });
  expect(unknown).toEqual(["the weight of dgx-b300"]);
  expect(limits.map(({ name }) => name)).toEqual(["units", "density", "feeds"]);
});

test("the pool may say fewer", () => {
  expect(machinesPerRack({ machine: h100, rackType: rackType(), most: 2 })).toMatchObject({
    machines: 2,
    binds: { name: "pool" },
  });
});
