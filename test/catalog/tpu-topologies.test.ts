import fc from "fast-check";
import {
  chipsOfProductName,
  defineMachine,
  googleMachines,
  googleTpuMachines,
  parseTopology,
  resolveTopology,
  topologiesOf,
} from "../../constructs/catalog";

// topology=chips/hosts, the defaults of xpk's system_characteristics.py, typed apart from the catalogue
const shared = `
  2x2x1=4/1 2x2x2=8/2 2x2x4=16/4 2x4x4=32/8 4x4x4=64/16 4x4x8=128/32 4x4x12=192/48 4x8x8=256/64 4x4x20=320/80
  4x8x12=384/96 4x4x28=448/112 8x8x8=512/128 4x12x12=576/144 4x8x20=640/160 4x4x44=704/176 8x8x12=768/192
  4x4x52=832/208 4x8x28=896/224 4x12x20=960/240 8x8x16=1024/256 4x4x68=1088/272 8x12x12=1152/288 4x4x76=1216/304
  8x8x20=1280/320 4x12x28=1344/336 4x8x44=1408/352 4x4x92=1472/368 8x12x16=1536/384 4x20x20=1600/400
  4x8x52=1664/416 12x12x12=1728/432 8x8x28=1792/448 4x4x116=1856/464 8x12x20=1920/480 4x4x124=1984/496
  8x16x16=2048/512 4x12x44=2112/528 4x8x68=2176/544 4x20x28=2240/560 12x12x16=2304/576 4x4x148=2368/592
  4x8x76=2432/608 4x12x52=2496/624 8x16x20=2560/640 4x4x164=2624/656 8x12x28=2688/672 4x4x172=2752/688
  8x8x44=2816/704 12x12x20=2880/720 4x8x92=2944/736 4x4x188=3008/752 12x16x16=3072/768 4x28x28=3136/784
  8x20x20=3200/800 4x12x68=3264/816 8x8x52=3328/832 4x4x212=3392/848 12x12x24=3456/864 4x20x44=3520/880
  8x16x28=3584/896 4x12x76=3648/912 4x8x116=3712/928 4x4x236=3776/944 12x16x20=3840/960 4x4x244=3904/976
  4x8x124=3968/992 12x12x28=4032/1008 16x16x16=4096/1024 4x20x52=4160/1040 8x12x44=4224/1056 8x8x68=4352/1088
  4x12x92=4416/1104 8x20x28=4480/1120 12x16x24=4608/1152 4x8x148=4736/1184 12x20x20=4800/1200 8x8x76=4864/1216
  4x28x44=4928/1232 8x12x52=4992/1248 16x16x20=5120/1280 12x12x36=5184/1296 4x8x164=5248/1312 12x16x28=5376/1344
  4x20x68=5440/1360 4x8x172=5504/1376 4x12x116=5568/1392 8x16x44=5632/1408 12x20x24=5760/1440 4x28x52=5824/1456
  8x8x92=5888/1472 4x12x124=5952/1488 4x8x188=6016/1504 4x20x76=6080/1520 16x16x24=6144/1536
`;
const tpu7xOnly = "12x24x24=6912/1728 16x16x32=8192/2048 16x20x28=8960/2240 16x24x24=9216/2304";

const rows = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [topology = "", chips = "", hosts = ""] = row.split(/[=/]/);
      return { topology, chips: Number(chips), hosts: Number(hosts) };
    });

const v4 = googleMachines["ct4p-hightpu-4t"];
const v5p = googleMachines["ct5p-hightpu-4t"];
const tpu7x = googleMachines["tpu7x-standard-4t"];

describe("three-dimensional slices", () => {
  test("listed for v5p and tpu7x have the chips and hosts of the list", () => {
    for (const { topology, chips, hosts } of rows(shared)) {
      const slice = { chips, hosts, multiHost: hosts > 1 };
      expect([topology, resolveTopology(v5p, topology)]).toEqual([topology, slice]);
      expect([topology, resolveTopology(tpu7x, topology)]).toEqual([topology, slice]);
      expect(hosts * 4).toBe(chips);
    }
    for (const { topology, chips, hosts } of rows(tpu7xOnly)) {
      expect(resolveTopology(tpu7x, topology)).toEqual({ chips, hosts, multiHost: true });
      expect(resolveTopology(v5p, topology)).toBeUndefined();
    }
  });

  test("are offered as the list has them, and no others", () => {
    const names = (text: string) => rows(text).map(({ topology }) => topology);
    expect(topologiesOf(v5p)).toEqual(names(shared));
    expect(topologiesOf(tpu7x)).toEqual([...names(shared), ...names(tpu7xOnly)]);
  });

  test("of 4x4x8 chips have 32 hosts", () => {
    expect(resolveTopology(v5p, "4x4x8")).toEqual({ chips: 128, hosts: 32, multiHost: true });
  });

  test("of one machine are single-host", () => {
    expect(resolveTopology(v5p, "2x2x1")).toEqual({ chips: 4, hosts: 1, multiHost: false });
    expect(resolveTopology(googleMachines["tpu7x-standard-1t"], "1x1x1")).toEqual({
      chips: 1,
      hosts: 1,
      multiHost: false,
    });
  });

  test("ascend, except on v4", () => {
    expect(resolveTopology(v5p, "8x4x4")).toBeUndefined();
    expect(resolveTopology(tpu7x, "8x4x4")).toBeUndefined();
    expect(resolveTopology(v4, "8x4x4")).toEqual({ chips: 128, hosts: 32, multiHost: true });
  });

  test("end at the largest slice of the generation", () => {
    expect(resolveTopology(v4, "16x16x16")?.chips).toBe(4096);
    expect(resolveTopology(v4, "16x16x20")).toBeUndefined();
    expect(resolveTopology(v5p, "16x16x24")?.chips).toBe(6144);
    expect(resolveTopology(v5p, "16x20x20")).toBeUndefined();
    expect(resolveTopology(tpu7x, "16x24x24")).toEqual({ chips: 9216, hosts: 2304, multiHost: true });
    expect(resolveTopology(v5p, "16x24x24")).toBeUndefined();
    expect(resolveTopology(tpu7x, "16x24x28")).toBeUndefined();
  });

  test("exist outside the list where sides are multiples of 4", () => {
    expect(resolveTopology(v5p, "4x4x24")).toEqual({ chips: 384, hosts: 96, multiHost: true });
    expect(resolveTopology(v5p, "4x4x256")?.chips).toBe(4096);
    expect(resolveTopology(v5p, "4x4x260")).toBeUndefined();
    expect(resolveTopology(v5p, "4x4x6")).toBeUndefined();
    expect(resolveTopology(v5p, "2x4x8")).toBeUndefined();
    expect(resolveTopology(v5p, "4x4")).toBeUndefined();
  });

  test("have a whole number of hosts whatever the sides", () => {
    const side = fc.integer({ min: 1, max: 70 });
    fc.assert(
      fc.property(fc.constantFrom(v4, v5p, tpu7x), side, side, side, (machine, a, b, c) => {
        const slice = resolveTopology(machine, `${a}x${b}x${c}`);
        if (slice === undefined) return;
        expect(slice.chips).toBe(a * b * c);
        expect(slice.hosts).toBe(slice.chips / 4);
        expect(Number.isInteger(slice.hosts)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("two-dimensional slices", () => {
  const planar = [
    ["1x1", "1t", 1, 1],
    ["2x2", "4t", 4, 1],
    ["2x4", "8t", 8, 1],
    ["2x4", "4t", 8, 2],
    ["4x4", "4t", 16, 4],
    ["4x8", "4t", 32, 8],
    ["8x8", "4t", 64, 16],
    ["8x16", "4t", 128, 32],
    ["16x16", "4t", 256, 64],
  ] as const;

  test.each(planar)("%s on -%s machines is %i chips on %i hosts, for v5e and v6e", (topology, size, chips, hosts) => {
    const slice = { chips, hosts, multiHost: hosts > 1 };
    expect(resolveTopology(googleMachines[`ct5lp-hightpu-${size}`], topology)).toEqual(slice);
    expect(resolveTopology(googleMachines[`ct6e-standard-${size}`], topology)).toEqual(slice);
  });

  test("are the table's and no others", () => {
    const v6e = googleMachines["ct6e-standard-4t"];
    expect(topologiesOf(v6e)).toEqual(["2x2", "2x4", "4x4", "4x8", "8x8", "8x16", "16x16"]);
    expect(topologiesOf(googleMachines["ct6e-standard-8t"])).toEqual(["2x4"]);
    for (const topology of ["1x1", "4x2", "16x32", "2x2x1", "4x4x4"]) {
      expect([topology, resolveTopology(v6e, topology)]).toEqual([topology, undefined]);
    }
    expect(resolveTopology(googleMachines["ct6e-standard-8t"], "4x4")).toBeUndefined();
  });
});

describe("topologies of a machine", () => {
  test("all resolve, smallest first", () => {
    for (const machine of Object.values(googleTpuMachines)) {
      const chips = topologiesOf(machine).map((topology) => resolveTopology(machine, topology)?.chips);
      expect(chips.length).toBeGreaterThan(0);
      expect(chips).not.toContain(undefined);
      expect(chips).toEqual([...chips].sort((a, b) => Number(a) - Number(b)));
    }
  });

  test("are none where it has no TPUs", () => {
    expect(topologiesOf(googleMachines["a3-highgpu-8g"])).toEqual([]);
    expect(resolveTopology(googleMachines["a3-highgpu-8g"], "2x2")).toBeUndefined();
  });

  test("hold for a machine defined later with the same generation", () => {
    const later = defineMachine({
      type: "tpu7x-later-4t",
      offer: "google",
      accelerator: "TPU7x",
      accelerators: 4,
      tpu: { generation: "tpu7x", gkeAccelerator: "tpu7x" },
    });
    expect(resolveTopology(later, "4x4x4")).toEqual({ chips: 64, hosts: 16, multiHost: true });
  });
});

describe("a product name", () => {
  test.each([
    ["v5p-128", 64],
    ["v5p-8", 4],
    ["v4-8", 4],
    ["v4-4096", 2048],
    ["tpu7x-128", 64],
    ["v5litepod-16", 16],
    ["v5e-256", 256],
    ["v6e-8", 8],
  ])("%s is %i chips", (name, chips) => {
    expect(chipsOfProductName(name)).toBe(chips);
  });

  test.each(["v5p-7", "v5p-0", "v5p", "v5p-4x4x4", "v3-8", "V5P-8", "constructor-2", "v6e--8", ""])(
    "%j counts no chips",
    (name) => {
      expect(chipsOfProductName(name)).toBeUndefined();
    },
  );
});

describe("the text of a topology", () => {
  const side = fc.integer({ min: 1, max: 9999 });

  test("gives its sides back", () => {
    fc.assert(
      fc.property(fc.array(side, { minLength: 2, maxLength: 3 }), (sides) => {
        expect(parseTopology(sides.join("x"))).toEqual(sides);
      }),
    );
  });

  test("is refused where it is anything else, without throwing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sides = parseTopology(text);
        if (sides !== undefined) expect(sides.join("x")).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.array(side, { minLength: 4, maxLength: 6 }), (sides) => {
        expect(parseTopology(sides.join("x"))).toBeUndefined();
      }),
    );
    for (const text of ["", "4", "x", "4x", "4X4", "04x4", "4x0", "-4x4", "4x4x4 ", "4.5x4", "4x4\n"]) {
      expect([text, parseTopology(text)]).toEqual([text, undefined]);
    }
  });
});
