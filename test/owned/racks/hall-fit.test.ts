import fc from "fast-check";
import { fitHall, type HallQuestion } from "../../../constructs/owned/racks/hall-fit";
import { hall, machine, rackType } from "./support";

const h100 = machine("dgx-h100");
const question = (more: Partial<HallQuestion> = {}): HallQuestion => ({
  machine: h100,
  rackType: rackType(),
  hall: hall(),
  survival: "feed",
  ...more,
});
const by = (asked: HallQuestion) =>
  Object.fromEntries(fitHall(asked).limits.map(({ name, machines }) => [name, machines]));

test("case 4: 352 DGX H100 by power, 294 by air cooling, 384 by positions: 294, in 74 racks", () => {
  expect(by(question())).toEqual({ power: 352, air: 294, positions: 384 });
  expect(fitHall(question())).toMatchObject({ machines: 294, racks: 74, binds: { name: "air" } });
});

test("case 4: of 320 that are asked for 26 machines and 6 racks are short, 74 of 80; air 3,264 of 3,000 kW", () => {
  expect(fitHall(question({ asked: 320 })).short).toEqual({
    machines: 26,
    racks: 6,
    racksFit: 74,
    racksAsked: 80,
    over: ["air cooling: 3,264 of 3,000 kW"],
    words: "294 of 320 dgx-h100 fit: 26 machines and 6 racks are short (74 of 80); air cooling: 3,264 of 3,000 kW",
  });
});

test("what is asked for and fits is not short; one more is", () => {
  expect(fitHall(question({ asked: 294 })).short).toBeUndefined();
  expect(fitHall(question({ asked: 295 })).short).toMatchObject({
    machines: 1,
    racks: 0,
    over: ["air cooling: 3,009 of 3,000 kW"],
  });
});

test("every limit that is over is said", () => {
  const { short } = fitHall(question({ asked: 400 }));
  // 400 x 10.2 = 4,080 kW; 100 racks of four
  expect(short?.over).toEqual([
    "power: 4,080 of 3,600 kW",
    "air cooling: 4,080 of 3,000 kW",
    "positions: 100 of 96 racks",
  ]);
});

test.each([
  // 4 x 10.2 = 40.8 kW
  ["power", { criticalItMW: 0.0408 }, 4],
  ["power", { criticalItMW: 0.040799 }, 3],
  ["air", { airCoolingMW: 0.0408 }, 4],
  ["air", { airCoolingMW: 0.040799 }, 3],
  ["cooling", { coolingMW: 0.0408 }, 4],
  ["cooling", { coolingMW: 0.040799 }, 3],
])("by %s of %j: %i, exactly at the limit", (name, more, machines) => {
  expect(by(question({ hall: hall(more) }))[name]).toBe(machines);
});

test("liquid and air each take their part of a machine that is cooled by both", () => {
  // 140 kW, 0.85 of it liquid: 119 and 21 kW.
  const asked = { machine: machine("gb300-nvl72"), rackType: undefined, survival: undefined };
  expect(by(question({ ...asked, hall: hall({ liquidCoolingMW: 0.238, airCoolingMW: 0.0629 }) }))).toEqual({
    power: 25,
    liquid: 2,
    air: 2,
    positions: 96,
  });
});

test("positions that the hall keeps, and what stands there already, are not free", () => {
  const reserved = [{ name: "net", positions: "r01-[01-04]", use: "network" as const }];
  expect(by(question({ hall: hall({ reserved }) }))).toMatchObject({ positions: 92 * 4 });
  const used = { powerKW: 102, airKW: 1020, liquidKW: 0, positions: 90 };
  expect(by(question({ used }))).toEqual({ power: 342, air: 194, positions: 24 });
});

test("a hall whose racks take none has room for none, and the rack says why", () => {
  const fit = fitHall(question({ machine: machine("dgx-b200"), asked: 3 }));
  expect(fit).toMatchObject({ machines: 0, racks: 0 });
  expect(fit.short?.words).toBe(
    "0 of 3 dgx-b200 fit: 3 machines and 3 racks are short (0 of 3); supplies that live with a feed lost: one takes 1 of 0 machines",
  );
});

test("no fit exceeds a limit, and none that stopped could take one more machine", () => {
  const kW = fc.integer({ min: 1, max: 200_000 }).map((watts) => watts / 1000);
  const mw = fc.integer({ min: 0, max: 20_000 }).map((kilowatts) => kilowatts / 1000);
  const any = fc.record({
    powerKW: kW,
    share: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    power: mw,
    air: mw,
    liquid: mw,
    cooling: mw,
    ratedKW: kW,
    racks: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(any, ({ powerKW, share, power, air, liquid, cooling, ratedKW, racks }) => {
      const room = hall({
        criticalItMW: power,
        airCoolingMW: air,
        liquidCoolingMW: liquid,
        coolingMW: cooling,
        rows: [{ name: "a", rows: "a", racks }],
      });
      const kind = rackType({ ratedKW, feeds: undefined });
      const each = machine("dgx-h100", { liquidShare: { value: share, basis: "assumed", source: "test" } });
      const { machines, perRack } = fitHall({
        machine: each,
        machinePowerKW: { value: powerKW },
        rackType: kind,
        hall: room,
      });
      // In whole watts, as an electrician would add them up.
      const watts = Math.round(powerKW * 1000);
      const wet = Math.round(watts * share);
      const holds = (count: number) =>
        count * watts <= Math.round(power * 1e6) &&
        count * (watts - wet) <= Math.round(air * 1e6) &&
        count * wet <= Math.round(liquid * 1e6) &&
        count * watts <= Math.round(cooling * 1e6) &&
        count <= racks * perRack.machines;
      expect(holds(machines)).toBe(true);
      expect(holds(machines + 1)).toBe(false);
      const inRack = (count: number) =>
        count * watts <= Math.round(ratedKW * 1000) && count * 8 <= 42 && 210 + count * 130.45 <= 1000;
      expect(inRack(perRack.machines)).toBe(true);
      expect(inRack(perRack.machines + 1)).toBe(false);
    }),
  );
});
