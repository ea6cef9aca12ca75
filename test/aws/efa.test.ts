import { networkInterfaces } from "../../constructs/aws/efa";
import { type AwsMachineType, awsMachines } from "../../constructs/catalog";
import { amiTypeOf } from "../../constructs/ledger/aws-images";

const interfacesOf = (type: AwsMachineType) => networkInterfaces(awsMachines[type], ["sg-1"]);

/** EFA interfaces of each type. Source: EC2 user guide, "EFA on accelerated computing instances". */
const efaCounts: readonly (readonly [AwsMachineType, number])[] = [
  ["p4d.24xlarge", 4],
  ["p5.48xlarge", 32],
  ["p5.4xlarge", 1],
  ["p5en.48xlarge", 16],
  ["p6-b200.48xlarge", 8],
  ["p6-b300.48xlarge", 16],
  ["trn1.32xlarge", 8],
  ["trn1n.32xlarge", 16],
  ["trn2.48xlarge", 16],
  ["trn1.2xlarge", 0],
  ["inf2.48xlarge", 0],
];

test.each(efaCounts)("%s has %i EFA interfaces and one for addresses", (type, count) => {
  const interfaces = interfacesOf(type);
  expect(interfaces.filter((each) => each.interfaceType === "efa-only")).toHaveLength(count);
  expect(interfaces.filter((each) => each.interfaceType === "interface")).toHaveLength(1);
});

describe.each(Object.keys(awsMachines) as AwsMachineType[])("the interfaces of %s", (type) => {
  const interfaces = interfacesOf(type);
  const cards = awsMachines[type].networkCards;

  test("begin with a primary one that can hold an address", () => {
    expect(interfaces[0]).toMatchObject({ networkCardIndex: 0, deviceIndex: 0, interfaceType: "interface" });
  });

  test("stand on cards that exist, below the most each card takes, no two in one place", () => {
    const places = interfaces.map((each) => `${each.networkCardIndex}/${each.deviceIndex}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { networkCardIndex = -1, deviceIndex = -1 } of interfaces) {
      expect(deviceIndex).toBeLessThan(cards?.interfacesPerCard[networkCardIndex] ?? 1);
    }
  });

  test("have at most one EFA interface a card, without an address", () => {
    const efa = interfaces.filter((each) => each.interfaceType === "efa-only");
    expect(new Set(efa.map((each) => each.networkCardIndex)).size).toBe(efa.length);
    for (const each of efa) expect(each.associatePublicIpAddress).toBeUndefined();
  });

  test("each have the security groups, since a template with interfaces takes none for the whole", () => {
    for (const each of interfaces) expect(each.securityGroups).toEqual(["sg-1"]);
  });
});

test("p6-b300 has no EFA interface on card 0, which is for addresses alone", () => {
  expect(interfacesOf("p6-b300.48xlarge").filter((each) => each.networkCardIndex === 0)).toHaveLength(1);
});

test.each([
  ["trn2.48xlarge", "AL2023_x86_64_NEURON"],
  ["inf2.48xlarge", "AL2023_x86_64_NEURON"],
  ["p5.48xlarge", "AL2023_x86_64_NVIDIA"],
  ["p6e-gb200.36xlarge", "AL2023_ARM_64_NVIDIA"],
] as const)("%s starts from %s", (type, image) => {
  expect(amiTypeOf(awsMachines[type])).toBe(image);
});
