import { brief, check, fleetOf, hardwarePool, ownedSite, phase, power, type Raw } from "./support";

const fabric = {
  name: "compute",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
};
const pool = (more: Raw = {}): Raw => hardwarePool({ count: 128, capacity: { kind: "owned" }, ...more });
const fleet = (site: Raw, pools: readonly Raw[] = [pool()]): Raw =>
  fleetOf(ownedSite({ clusters: [{ name: "train", pools }], fabrics: [fabric], ...site }));
const both = (raw: Raw) => [...brief(check("PWR-8", raw)), ...brief(check("PWR-10", raw))];

/**
 * 128 DGX H100 of 10.2 kW are 1,305.6 kW. Their 32 leaves and 16 spines draw 0.747 kW and 32 modules of 17 W each: 48 x 1.291 =
 * 61.968 kW. Four modules of 17 W in each host: 8.704 kW. Together 1,376.272 kW, 1.344 for each of 1,024 GPUs.
 */
const MACHINES = 1305.6;
const ALL = 1376.272;

describe("PWR-10, machines with their network", () => {
  test("draw no more than there is, and not a watt more", () => {
    expect(both(fleet({ power: power(ALL / 1000) }))).toEqual([]);
    expect(both(fleet({ power: power((ALL - 0.001) / 1000) }))).toEqual([
      "warning sites.abilene.power 1376.272/1376.271",
    ]);
  });

  test("are said with what they come to for each accelerator", () => {
    const [one] = check("PWR-10", fleet({ power: power(1.3312) }));
    expect(one?.message).toContain(
      "machines 1,305.6 kW, switches with their modules 61.968 kW, modules in hosts 8.704 kW",
    );
    // 1,331.2 / 1,024 = 1.3
    expect(one?.message).toContain("1.344 kW for each accelerator, of 1.3 kW");
  });

  test("leave to PWR-8 what the machines alone exceed", () => {
    expect(both(fleet({ power: power(MACHINES / 1000) }))).toEqual(["warning sites.abilene.power 1376.272/1305.6"]);
    expect(both(fleet({ power: power(1.305) }))).toEqual(["sites.abilene.power 1.3056/1.305"]);
  });

  test("are asked at the date of each phase, with what is there by then", () => {
    const later = pool({ name: "later", capacity: { kind: "owned", phase: "b" } });
    const on = (id: string, valueMW: number, date: string) =>
      phase(id, valueMW, { milestones: { readyForService: { forecast: date } } });
    const site = (a: number, b: number) =>
      fleet({ power: power(100), phases: [on("a", a, "2027-01-01"), on("b", b, "2027-06-01")] }, [pool(), later]);
    expect(both(site(1.4, 1.4))).toEqual([]);
    expect(both(site(1.32, 1.5))).toEqual(["warning sites.abilene.phases.a.power 1376.272/1320"]);
    // Eight units of 8 leaves: 64 leaves on 32 spines; twice the hosts.
    expect(both(site(1.4, 1.32))).toEqual(["warning sites.abilene.phases.b.power 2752.544/2720"]);
  });

  test("are asked of what the utility leaves at the peak PUE", () => {
    const utility = (firmMW: number) => ({
      power: power(10),
      peakPue: { value: 1.25, basis: "vendor", source: "design" },
      utilities: [{ name: "grid", utility: "Oncor", gridOperator: "ERCOT", firmMW, basis: "contract", source: "x" }],
    });
    // 1,376.272 x 1.25 = 1,720.34
    expect(both(fleet(utility(1.72034)))).toEqual([]);
    expect(both(fleet(utility(1.72033)))).toEqual(["warning sites.abilene.power 1376.272/1376.264"]);
  });

  test("count the storage that layouts place", () => {
    const hall = {
      name: "h1",
      criticalItMW: 10,
      rows: [{ name: "r", rows: "r1", racks: 40, rackType: "apc-ar3300" }],
    };
    const layout = {
      name: "store",
      hall: "h1",
      racks: "r1-40",
      rackType: "apc-ar3300",
      entries: [{ name: "s", device: "storage-2u", count: 10 }],
    };
    const site = (valueMW: number) => fleet({ power: power(valueMW), halls: [hall], rackLayouts: [layout] });
    // Ten of 1.6 kW.
    expect(both(site((ALL + 16) / 1000))).toEqual([]);
    expect(both(site((ALL + 15.999) / 1000))).toEqual(["warning sites.abilene.power 1392.272/1392.271"]);
  });

  test("are a warning where the limit is a floor, too", () => {
    const [one] = check("PWR-10", fleet({ power: power(1.32, { bound: "atLeast" }) }));
    expect(one?.message).toContain("the figure is a floor");
  });
});
