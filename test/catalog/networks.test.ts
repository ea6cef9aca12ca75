import {
  findMedium,
  findSwitch,
  hardwareMachines,
  hostNetworkOf,
  mediaAt,
  portsAt,
  speedOf,
  switchNames,
} from "../../constructs/catalog";
import { Medium } from "../../constructs/model";

const switches = switchNames().flatMap((name) => {
  const found = findSwitch(name);
  return found === undefined ? [] : [found];
});
const lanes = [25, 100, 200];

const figuresOf = (value: object): readonly { value: number; basis: string; source: string }[] =>
  Object.values(value).filter((field) => typeof field === "object" && field !== null && "basis" in field);

describe("every switch of the catalogue", () => {
  test.each(switches.map((type) => [type.name, type] as const))("%s is complete", (name, type) => {
    expect(findSwitch(name)).toBe(type);
    expect(type.speeds.every(({ cages, linksPerCage }) => cages > 0 && linksPerCage > 0)).toBe(true);
    expect(new Set(type.speeds.map(({ linkGbps }) => linkGbps)).size).toBe(type.speeds.length);
    expect(lanes).toContain(type.laneGbps);
    for (const figure of figuresOf(type)) {
      expect(figure.value).toBeGreaterThan(0);
      expect(figure.source.trim()).not.toBe("");
    }
  });

  // 32 x 2, 72 x 2, 64 x 2, 64 x 1, 48
  test("has the ports of its cages", () => {
    const ports = (name: string, linkGbps: number) => {
      const type = findSwitch(name);
      return type === undefined ? -1 : portsAt(type, linkGbps);
    };
    expect([
      ports("qm9700", 400),
      ports("q3400-ra", 800),
      ports("sn5600", 400),
      ports("sn5600", 800),
      ports("sn2201", 1),
    ]).toEqual([64, 144, 128, 64, 48]);
    expect(ports("qm9700", 800)).toBe(0);
  });

  test("is found by its exact name alone", () => {
    expect(findSwitch("QM9700")).toBeUndefined();
    expect(findSwitch("constructor")).toBeUndefined();
  });
});

describe("every kind of cabling", () => {
  test.each(lanes)("at lanes of %d Gbit/s has figures with a source, the unverified ones assumed", (lane) => {
    for (const medium of mediaAt(lane)) {
      expect(findMedium(medium.medium, lane)).toBe(medium);
      for (const figure of figuresOf(medium)) {
        expect(figure.source.trim()).not.toBe("");
        if (/unverified/.test(figure.source)) expect(figure.basis).toBe("assumed");
      }
      expect([...medium.stockM].sort((a, b) => a - b)).toEqual(medium.stockM);
    }
  });

  // NVIDIA LinkX User Guide for 100G-PAM4, and interconnect installation for NDR, XDR and 400/800 GbE.
  test("reaches as far as published", () => {
    const reach = (medium: Medium) => findMedium(medium, 100)?.reachM.value;
    expect(Medium.options.map(reach)).toEqual([3, 5, 50, 500, 2000]);
    expect(findMedium("singleMode", 100)).toMatchObject({
      singlePortReachM: { value: 100 },
      splitterReachM: { value: 50 },
    });
    expect(findMedium("multimode", 100)).toMatchObject({ twinPortW: { value: 17 }, singlePortW: { value: 9 } });
    expect(findMedium("lacc", 100)?.twinPortW.value).toBe(1.5);
  });

  test("leaves out at 200 Gbit/s what is not made for it", () => {
    expect(mediaAt(200).map(({ medium }) => medium)).toEqual(["lacc", "singleMode"]);
  });
});

describe("how hosts are attached", () => {
  test.each(Object.keys(hardwareMachines))("%s has a NIC for each accelerator of a host", (name) => {
    const machine = Object.entries(hardwareMachines).find(([type]) => type === name)?.[1];
    const network = hostNetworkOf(name);
    expect(machine === undefined ? -1 : machine.accelerators.value / machine.hosts).toBe(network?.nics);
    expect(network === undefined ? -1 : network.nics % network.nicsPerCage).toBe(0);
    expect(network?.source.trim()).not.toBe("");
  });

  test("at a speed that a switch of the same lanes has", () => {
    for (const name of Object.keys(hardwareMachines)) {
      const network = hostNetworkOf(name);
      if (network === undefined || network.nicGbps > 800) continue;
      const fits = switches.some(
        (type) => network.laneGbps.includes(type.laneGbps) && speedOf(type, network.nicGbps) !== undefined,
      );
      expect([name, fits]).toEqual([name, true]);
    }
  });
});
