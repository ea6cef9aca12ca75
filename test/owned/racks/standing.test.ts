import { Allocation } from "../../../constructs/model";
import { configurationsOf } from "../../../constructs/owned/racks/configurations";
import { elevationOf } from "../../../constructs/owned/racks/elevation";
import { rackLoad, totalLoad } from "../../../constructs/owned/racks/rack-load";
import { standingRacks } from "../../../constructs/owned/racks/standing";
import { cluster, hardwarePool } from "../../rules/support";
import { lookups, site } from "./fixtures";
import { hall, rackType } from "./support";

const spec = site({
  halls: [hall({ reserved: [{ name: "net", positions: "r02-[01-02]", use: "network", rackKW: 8, liquidShare: 0.5 }] })],
  clusters: [cluster([hardwarePool({ count: 15 })])],
  rackLayouts: [
    {
      name: "first",
      hall: "h1",
      racks: "r01-[01-02]",
      entries: [
        { name: "tor", device: "management-switch-1u", fromU: 42 },
        { name: "servers", pool: "h100", count: 3 },
      ],
    },
  ],
});
const allocation = Allocation.parse({
  placements: [
    {
      id: "p1",
      cluster: "train",
      pool: "h100",
      machine: "dgx-h100",
      machines: "1-9",
      hall: "h1",
      positions: "r01-[03-05]",
      rackType: "r42",
      machinesPerRack: 4,
      hosts: "n[1-9]",
    },
  ],
  releases: [{ id: "r1", placement: "p1", machines: "9" }],
});
const racks = standingRacks(spec, allocation, lookups);

test("layouts, the allocation and kept positions stand in the order of the hall; what has left does not", () => {
  expect(
    racks.map(({ position, layout, reserved, items }) => [
      position,
      layout ?? reserved,
      ...items.map(({ count }) => count),
    ]),
  ).toEqual([
    ["r01-01", "first", 1, 3],
    ["r01-02", "first", 1, 3],
    ["r01-03", undefined, 4],
    ["r01-04", undefined, 4],
    ["r02-01", "net"],
    ["r02-02", "net"],
  ]);
});

test("loads add up in watts and grams", () => {
  // 3 x 10.2 kW + 0.35 kW; 3 x 130.45 kg + 10 kg
  expect(racks[0] && rackLoad(racks[0])).toEqual({ watts: 30_950, airWatts: 30_950, liquidWatts: 0, grams: 401_350 });
  // 2 x 30.95 + 2 x 40.8 + 2 x 8 kW, of the last half by liquid
  expect(totalLoad(racks)).toMatchObject({ watts: 159_500, liquidWatts: 8_000 });
});

test("racks in which the same stands are one configuration", () => {
  const groups = configurationsOf(racks);
  expect(groups.map(({ racks: group }) => group.map(({ position }) => position))).toEqual([
    ["r01-01", "r01-02"],
    ["r01-03", "r01-04"],
    ["r02-01", "r02-02"],
  ]);
});

test("what says no unit stands from the foot upwards, what says one stands there", () => {
  const { slots, troubles } = elevationOf(racks[0] ?? { items: [] }, rackType());
  expect(slots.map(({ fromU, units, of }) => [fromU, units, of.item.type])).toEqual([
    [1, 8, "dgx-h100"],
    [9, 8, "dgx-h100"],
    [17, 8, "dgx-h100"],
    [42, 1, "management-switch-1u"],
  ]);
  expect(troubles).toEqual([]);
});

const device = (fromU: number | undefined, halfUnits: number, count = 1) => ({
  item: { type: "d", isRack: false, halfUnits, liquidWatts: 0 },
  count,
  ...(fromU === undefined ? {} : { fromU }),
});

test("half units do not overlap; a quarter more would", () => {
  expect(elevationOf({ items: [device(1, 1), device(1.5, 1), device(2, 2)] }, rackType()).troubles).toEqual([]);
  expect(elevationOf({ items: [device(1, 2), device(1.5, 1)] }, rackType()).troubles).toMatchObject([
    { kind: "overlap", one: { fromU: 1 }, other: { fromU: 1.5 } },
  ]);
});

test("a rack is full at its last unit, and one unit more is above it", () => {
  expect(elevationOf({ items: [device(35, 16)] }, rackType()).troubles).toEqual([]);
  expect(elevationOf({ items: [device(36, 16)] }, rackType()).troubles).toMatchObject([{ kind: "above", topU: 42 }]);
  expect(elevationOf({ items: [device(undefined, 16, 5)] }, rackType()).troubles).toEqual([]);
  expect(elevationOf({ items: [device(undefined, 16, 6)] }, rackType()).troubles).toMatchObject([
    { kind: "noRoom", number: 6 },
  ]);
});

test("what hangs beside takes no unit; what the rack keeps is free of what says none", () => {
  const kept = rackType({ reservedUnits: 2 });
  const { beside, troubles } = elevationOf(
    { items: [device(undefined, 0, 2), device(undefined, 16, 5), device(41, 4)] },
    kept,
  );
  expect([beside.length, troubles]).toEqual([1, []]);
  expect(elevationOf({ items: [device(undefined, 82)] }, kept).troubles).toMatchObject([{ kind: "noRoom" }]);
});
