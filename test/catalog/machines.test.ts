import {
  acceleratorOf,
  accelerators,
  awsMachines,
  azureMachines,
  findMachine,
  googleGpuMachines,
  googleMachines,
  googleTpuMachines,
  hardwareMachines,
  type Machine,
  machineTypes,
} from "../../constructs/catalog";

const all: readonly Machine[] = [
  ...Object.values(awsMachines),
  ...Object.values(googleMachines),
  ...Object.values(azureMachines),
  ...Object.values(hardwareMachines),
];

const figuresOf = (value: object): readonly { value: number; basis: string; source: string }[] =>
  Object.values(value).filter((field) => typeof field === "object" && field !== null && "basis" in field);

describe("every machine of the catalogue", () => {
  test.each(all.map((machine) => [machine.type, machine] as const))(
    "%s is complete and consistent",
    (type, machine) => {
      expect(findMachine(type)).toBe(machine);
      expect(acceleratorOf(machine)?.name).toBe(machine.accelerator);
      expect(machine.hosts).toBeGreaterThanOrEqual(1);
      expect(machine.accelerators.value % machine.hosts).toBe(0);
      expect(machine.maxPowerKW?.value).toBeGreaterThan(0);
      for (const figure of figuresOf(machine)) {
        expect(figure.source.trim()).not.toBe("");
        expect(Number.isFinite(figure.value)).toBe(true);
      }
    },
  );

  test("has a name of its own over all offers", () => {
    expect(new Set(machineTypes()).size).toBe(all.length);
    expect(machineTypes()).toHaveLength(all.length);
  });

  test("keeps figures that nobody published apart from published ones", () => {
    for (const figure of all.flatMap(figuresOf)) {
      if (/unverified|unpublished/.test(figure.source)) expect(figure.basis).toBe("assumed");
    }
    for (const machine of all) if (machine.offer !== "hardware") expect(machine.maxPowerKW?.basis).toBe("assumed");
  });

  test("is found only by its exact name", () => {
    expect(findMachine("P5.48xlarge")).toBeUndefined();
    expect(findMachine("constructor")).toBeUndefined();
  });

  test("is listed under its offer", () => {
    expect(machineTypes("aws")).toEqual(Object.keys(awsMachines));
    expect(machineTypes("google")).toEqual([...Object.keys(googleTpuMachines), ...Object.keys(googleGpuMachines)]);
    expect(machineTypes("azure")).toEqual(Object.keys(azureMachines));
    expect(machineTypes("hardware")).toEqual(Object.keys(hardwareMachines));
  });
});

describe("every accelerator", () => {
  test("is named as its key, cites its memory and sits in some machine", () => {
    const used = new Set(all.map((machine) => machine.accelerator));
    for (const [name, accelerator] of Object.entries(accelerators)) {
      expect(accelerator.name).toBe(name);
      expect(used.has(name)).toBe(true);
      if (accelerator.memoryGB !== undefined) expect(accelerator.memoryGB.source).not.toBe("");
    }
  });

  test("is a chip and not a core", () => {
    expect(awsMachines["trn2.48xlarge"].accelerators.value).toBe(16);
    expect(awsMachines["trn1.32xlarge"].accelerators.value).toBe(16);
    expect(googleMachines["tpu7x-standard-4t"].accelerators.value).toBe(4);
  });

  test("has the memory of its data sheet", () => {
    // total memory of the product divided by its accelerators
    expect(accelerators.Trainium2.memoryGB?.value).toBe(1536 / 16);
    expect(accelerators.B200.memoryGB?.value).toBe(1440 / 8);
    expect(accelerators.H200.memoryGB?.value).toBe(1128 / 8);
    expect(accelerators["TPU v5p"].memoryGB?.value).toBe(95);
  });
});

describe("EC2 network cards", () => {
  // independently read: instance type, cards, interfaces of card 0, EFA interfaces
  const expected: readonly (readonly [keyof typeof awsMachines, number, number, number])[] = [
    ["p4d.24xlarge", 4, 15, 4],
    ["p5.4xlarge", 1, 4, 1],
    ["p5.48xlarge", 32, 2, 32],
    ["p5e.48xlarge", 32, 2, 32],
    ["p5en.48xlarge", 16, 4, 16],
    ["p6-b200.48xlarge", 8, 4, 8],
    ["p6-b300.48xlarge", 17, 4, 16],
    ["p6e-gb200.36xlarge", 17, 2, 16],
    ["trn1.2xlarge", 1, 4, 0],
    ["trn1.32xlarge", 8, 5, 8],
    ["trn1n.32xlarge", 16, 5, 16],
    ["trn2.3xlarge", 1, 2, 1],
    ["trn2.48xlarge", 16, 2, 16],
    ["trn2u.48xlarge", 16, 2, 16],
    ["inf2.48xlarge", 1, 15, 0],
    ["g6e.48xlarge", 4, 10, 4],
    ["g7e.48xlarge", 4, 10, 4],
  ];

  test.each(expected)(
    "%s has %i cards, %i interfaces on the first and %i EFA interfaces",
    (type, cards, first, efa) => {
      const { networkCards } = awsMachines[type];
      expect(networkCards?.interfacesPerCard).toHaveLength(cards);
      expect(networkCards?.interfacesPerCard[0]).toBe(first);
      expect(networkCards?.efaCards).toHaveLength(efa);
    },
  );

  // EC2 DescribeInstanceTypes: NetworkInfo.Ipv4AddressesPerInterface.
  test.each([
    ["p4d.24xlarge", 50],
    ["p5.48xlarge", 50],
    ["p5.4xlarge", 30],
    ["p6-b300.48xlarge", 50],
    ["trn1.2xlarge", 15],
    ["trn2.3xlarge", 15],
    ["trn2.48xlarge", 50],
    ["inf2.xlarge", 15],
    ["inf2.8xlarge", 30],
    ["inf2.48xlarge", 50],
    ["p6e-gb200.36xlarge", undefined],
    ["g7e.48xlarge", undefined],
  ] as const)("of %s take %p addresses an interface", (type, addresses) => {
    expect(awsMachines[type].networkCards?.addressesPerInterface).toBe(addresses);
  });

  test("that take EFA exist, once each", () => {
    for (const { networkCards } of Object.values(awsMachines)) {
      const efaCards = networkCards?.efaCards ?? [];
      expect(new Set(efaCards).size).toBe(efaCards.length);
      for (const card of efaCards) expect(networkCards?.interfacesPerCard[card]).toBeGreaterThanOrEqual(1);
    }
  });

  test("of p6-b300 leave the first card without EFA", () => {
    expect(awsMachines["p6-b300.48xlarge"].networkCards?.efaCards).not.toContain(0);
  });

  test("of p6e-gb200 take one interface where the index is odd", () => {
    const interfaces = awsMachines["p6e-gb200.36xlarge"].networkCards?.interfacesPerCard ?? [];
    expect(interfaces.filter((_, card) => card % 2 === 1)).toEqual(Array(8).fill(1));
    expect(interfaces.filter((_, card) => card % 2 === 0)).toEqual(Array(9).fill(2));
  });
});

describe("zones", () => {
  test("of AWS are zone ids of their region", () => {
    expect(awsMachines["trn2.48xlarge"].offeredIn).toEqual({ "us-east-2": ["use2-az1", "use2-az2", "use2-az3"] });
    expect(awsMachines["p6-b300.48xlarge"].offeredIn).toEqual({ "us-west-2": ["usw2-az2"] });
    expect(awsMachines["p5en.48xlarge"].offeredIn?.["me-central-1"]).toEqual(["mec1-az1", "mec1-az3"]);
    expect(awsMachines["p5.48xlarge"].offeredIn?.["ap-southeast-3"]).toEqual(["apse3-az1"]);
    for (const { offeredIn } of Object.values(awsMachines)) {
      for (const [region, zones] of Object.entries(offeredIn ?? {})) {
        expect(region).toMatch(/^[a-z]{2}-[a-z]+-\d$/);
        expect(new Set(zones).size).toBe(zones.length);
        for (const zone of zones) expect(zone).toMatch(/^[a-z]{3,4}\d-(az\d|dfw2-az1)$/);
      }
    }
  });

  test("of Google begin with their region", () => {
    for (const { offeredIn } of Object.values(googleTpuMachines)) {
      for (const [region, zones] of Object.entries(offeredIn ?? {})) {
        expect(zones.length).toBeGreaterThan(0);
        for (const zone of zones) expect(zone.startsWith(`${region}-`)).toBe(true);
      }
    }
  });
});

describe("racks and servers", () => {
  test("of 72 GPUs are 18 hosts of 4", () => {
    for (const type of ["gb200-nvl72", "gb300-nvl72"] as const) {
      const { hosts, accelerators: gpus, rackUnits } = hardwareMachines[type];
      expect([hosts, gpus.value, rackUnits]).toEqual([18, 72, undefined]);
    }
    expect(awsMachines["p6e-gb200.36xlarge"].accelerators.value * 18).toBe(72);
  });

  test("draw what their manuals say at most, and about what the press says where no manual is public", () => {
    expect(hardwareMachines["dgx-h100"].maxPowerKW).toMatchObject({ value: 10.2, basis: "vendor" });
    expect(hardwareMachines["dgx-b200"].maxPowerKW).toMatchObject({ value: 14.3, basis: "vendor" });
    expect(hardwareMachines["dgx-b300"].maxPowerKW?.value).toBe(56 / 4);
    expect(hardwareMachines["gb200-nvl72"].maxPowerKW).toMatchObject({ value: 120, basis: "reported", bound: "about" });
  });

  test("have power supplies that carry the most power when the spare ones fail", () => {
    for (const { maxPowerKW, powerSupplies } of Object.values(hardwareMachines)) {
      if (powerSupplies === undefined) continue;
      expect(powerSupplies.fitted).toBeGreaterThanOrEqual(powerSupplies.required);
      expect(powerSupplies.required * powerSupplies.ratingKW).toBeGreaterThanOrEqual(maxPowerKW?.value ?? 0);
    }
  });

  test("give liquid a share of the heat between none and all", () => {
    for (const { liquidShare } of Object.values(hardwareMachines)) {
      expect(liquidShare?.value ?? 0).toBeGreaterThanOrEqual(0);
      expect(liquidShare?.value ?? 0).toBeLessThanOrEqual(1);
    }
  });
});

describe("assumed power of a cloud machine", () => {
  test("follows the server with the same accelerators", () => {
    expect(awsMachines["p5.48xlarge"].maxPowerKW?.value).toBe(10.2);
    expect(googleMachines["a3-megagpu-8g"].maxPowerKW?.value).toBe(10.2);
    expect(azureMachines.Standard_ND96isr_H100_v5.maxPowerKW?.value).toBe(10.2);
    expect(googleMachines["a4-highgpu-8g"].maxPowerKW?.value).toBe(14.3);
    expect(awsMachines["p5.4xlarge"].maxPowerKW?.value).toBeCloseTo(10.2 / 8, 9);
  });

  test("follows the rack that the machine is a part of", () => {
    expect(awsMachines["p6e-gb200.36xlarge"].maxPowerKW?.value).toBeCloseTo(120 / 18, 3);
    expect(googleMachines["tpu7x-standard-4t"].maxPowerKW).toMatchObject({ value: (100 / 64) * 4, bound: "atLeast" });
  });

  test("follows the chips where nothing else is known", () => {
    expect(awsMachines["trn2.48xlarge"].maxPowerKW?.value).toBe(16 * 1 + 8);
    expect(awsMachines["trn2u.48xlarge"].maxPowerKW?.value).toBe(24);
    expect(awsMachines["trn2.3xlarge"].maxPowerKW?.value).toBe(24 / 16);
  });
});

describe("UltraServers", () => {
  test("hold the accelerators in their names", () => {
    const p6e = awsMachines["p6e-gb200.36xlarge"];
    expect(p6e.ultraServerSizes?.map((machines) => machines * p6e.accelerators.value)).toEqual([36, 72]);
    const trn2u = awsMachines["trn2u.48xlarge"];
    expect(trn2u.ultraServerSizes?.map((machines) => machines * trn2u.accelerators.value)).toEqual([64]);
    expect(awsMachines["trn2.48xlarge"].ultraServerSizes).toBeUndefined();
  });
});
