import { OwnedSiteSpec, RackType } from "../../../constructs/model";
import { rackMaterials } from "../../../constructs/owned/racks/materials";
import type { ResolvedRack } from "../../../constructs/owned/resolve/resolved";

const power = { valueMW: 10, meaning: "criticalIT", basis: "contract", source: "the lease" };
const site = OwnedSiteSpec.parse({
  name: "abilene",
  tenure: "owned",
  location: { country: "US" },
  power,
  halls: ["h1", "h2", "h3"].map((name) => ({ name, criticalItMW: 1 })),
  phases: [
    { id: "p1", power, halls: ["h1"] },
    { id: "p2", power, halls: ["h2"] },
  ],
});
const cabinet = RackType.parse({
  name: "cabinet-48u",
  units: 48,
  feeds: { voltageV: 415, currentA: 60, count: 3, sides: ["A", "B", "C"] },
  basis: "assumed",
  source: "test",
});
const types = new Map([
  [cabinet.name, cabinet],
  ["place", RackType.parse({ name: "place", kind: "place", units: 48, basis: "assumed", source: "test" })],
]);
const rack = (hall: string, position: string, rackType?: string): ResolvedRack => ({
  id: `${hall}-${position}`,
  name: `abilene-${hall}-${position}`,
  hall,
  position,
  xM: 0,
  yM: 0,
  rackType,
  feeds: [],
  machines: 1,
  switches: 0,
});
const bill = (racks: readonly ResolvedRack[], hosts: readonly { rack: ResolvedRack; unit?: number }[] = []) =>
  rackMaterials({ site, racks, hosts }, (name) => types.get(name)).map(
    ({ phase, kind, item, quantity }) => `${phase ?? "-"} ${kind} ${quantity} ${item}`,
  );

test("racks and a PDU for each of their feeds, by the phase that opens their hall", () => {
  const racks = [
    rack("h1", "01", "cabinet-48u"),
    rack("h1", "02", "cabinet-48u"),
    rack("h2", "01", "cabinet-48u"),
    rack("h3", "01"),
  ];
  expect(bill(racks)).toEqual([
    "p1 rack 2 cabinet-48u",
    "p1 pdu 6 rack PDU 415 V 60 A three-phase",
    "p2 rack 1 cabinet-48u",
    "p2 pdu 3 rack PDU 415 V 60 A three-phase",
    "- rack 1 rack of a type still to be chosen",
  ]);
});

test("a machine that comes as a whole rack brings its own", () => {
  const [server, whole, place] = [rack("h1", "01", "cabinet-48u"), rack("h1", "02"), rack("h1", "03", "place")];
  expect(bill([server, whole, place], [{ rack: server, unit: 1 }, { rack: whole }])).toEqual([
    "p1 rack 1 cabinet-48u",
    "p1 pdu 3 rack PDU 415 V 60 A three-phase",
  ]);
});
