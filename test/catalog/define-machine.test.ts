import {
  type AwsMachineType,
  type AzureMachineType,
  acceleratorOf,
  accelerators,
  type DefinedMachine,
  defineMachine,
  type GoogleGpuMachineType,
  type GoogleTpuMachineType,
  type HardwareMachineType,
} from "../../constructs/catalog";

describe("a machine newer than the catalogue", () => {
  test("takes plain numbers as assumptions of the program", () => {
    const machine = defineMachine({
      type: "trn9.48xlarge",
      offer: "aws",
      accelerator: "Trainium2",
      accelerators: 16,
      maxPowerKW: 30,
    });
    expect(machine).toEqual({
      type: "trn9.48xlarge",
      offer: "aws",
      accelerator: "Trainium2",
      accelerators: { value: 16, basis: "assumed", source: "defineMachine" },
      hosts: 1,
      architecture: "x86_64",
      maxPowerKW: { value: 30, basis: "assumed", source: "defineMachine" },
      defined: true,
    });
    expect(Object.keys(machine)).not.toContain("vcpus");
  });

  test("keeps a figure that has its own basis and source", () => {
    const maxPowerKW = { value: 11.5, basis: "measured", source: "rack 12, 2026-03" } as const;
    const machine = defineMachine({
      type: "our-h100",
      offer: "hardware",
      accelerator: "H100",
      accelerators: 8,
      hosts: 2,
      architecture: "arm64",
      maxPowerKW,
      rackUnits: 6,
      note: "built by us",
    });
    expect(machine).toMatchObject({ maxPowerKW, hosts: 2, architecture: "arm64", note: "built by us" });
    expect(machine.rackUnits?.value).toBe(6);
  });

  test("brings its accelerator along where that is newer too", () => {
    const accelerator = { name: "Trainium9", vendor: "AWS", kind: "trainium" } as const;
    const machine = defineMachine({ type: "trn9.48xlarge", offer: "aws", accelerator, accelerators: 16 });
    expect(machine.accelerator).toBe("Trainium9");
    expect(acceleratorOf(machine)).toBe(accelerator);
  });

  test("finds its accelerator in the catalogue by name, or none", () => {
    const base = { type: "x", offer: "hardware", accelerators: 8 } as const;
    expect(acceleratorOf(defineMachine({ ...base, accelerator: "H100" }))).toBe(accelerators.H100);
    expect(acceleratorOf(defineMachine({ ...base, accelerator: "toString" }))).toBeUndefined();
  });

  test("is not judged when it is defined: rules report bad values", () => {
    const machine = defineMachine({ type: "", offer: "azure", accelerator: "", accelerators: Number.NaN, hosts: -1 });
    expect(machine.accelerators.value).toBeNaN();
    expect(machine.hosts).toBe(-1);
  });

  test("fits only where machines of its offer fit", () => {
    const machine = defineMachine({ type: "x", offer: "aws", accelerator: "H100", accelerators: 8 });
    const fits: AwsMachineType | DefinedMachine<"aws"> = machine;
    expect(fits).toBe(machine);
    // @ts-expect-error an AWS machine is no Google machine
    const misfit: DefinedMachine<"google"> = machine;
    expect(misfit.offer).toBe("aws");
  });
});

test("machine types are literal types, so that a typo does not compile", () => {
  const aws: AwsMachineType = "trn2.48xlarge";
  const tpu: GoogleTpuMachineType = "ct5p-hightpu-4t";
  const gpu: GoogleGpuMachineType = "a4-highgpu-8g";
  const azure: AzureMachineType = "Standard_ND96isr_H100_v5";
  const hardware: HardwareMachineType = "gb200-nvl72";
  // @ts-expect-error no such type
  const typo: AwsMachineType = "p5.48xlrge";
  // @ts-expect-error a TPU type is no GPU type
  const mixed: GoogleGpuMachineType = "ct5p-hightpu-4t";
  expect([aws, tpu, gpu, azure, hardware, typo, mixed]).toHaveLength(7);
});
