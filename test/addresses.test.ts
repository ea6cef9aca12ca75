import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cases } from "./cases";
import { addressesIn, lostAddresses, recordAddresses, recordedAddresses } from "./support/addresses";
import { synthesized } from "./support/reference";
import { root } from "./support/temp";

/**
 * Addresses of resources are a contract: a state knows what stands in a cloud by them. They are committed, one file a stack, and
 * whoever changes one writes a `moved` block. UPDATE_GOLDEN=1 records new ones; it forgets one only once a `moved` block has it.
 */
const REPEATED = /-train(-ai1a)?-\d+$|^lease-(0[2-9]|1\d)$/;

describe.each([...Object.keys(cases), "reference"])("the addresses of the fleet %s", (name) => {
  const fleet = synthesized(name);
  const stacks = fleet.stacks.filter((stack) => name !== "reference" || !REPEATED.test(stack));
  const read = (stack: string) => JSON.parse(readFileSync(join(fleet.stackFolder(stack), "cdk.tf.json"), "utf8"));

  test.each(stacks)("%s has each recorded resource where it was, or says where it is now", (stack) => {
    const config = read(stack);
    expect(lostAddresses(stack, recordedAddresses(name, stack), config)).toEqual([]);
    if (process.env["UPDATE_GOLDEN"] === "1") recordAddresses(name, stack, addressesIn(config));
    expect(recordedAddresses(name, stack)).toEqual(addressesIn(config));
  });

  test("belong to stacks that still exist", () => {
    const folder = join(root, "test", "addresses", name);
    const recorded = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.txt$/, "")) : [];
    expect(recorded.filter((stack) => !stacks.includes(stack))).toEqual([]);
  });
});

describe("an address that is gone", () => {
  const now = { resource: { aws_vpc: { network_vpc_2: {} }, aws_eip: { nat: {} } } };

  test("is named with the moved block that is missing", () => {
    expect(lostAddresses("ohio", ["aws_eip.nat", "aws_vpc.network_vpc_1"], now)).toEqual([
      "ohio no longer has aws_vpc.network_vpc_1, and would destroy it: missing moved { from = aws_vpc.network_vpc_1, to = aws_vpc.network_vpc_2 }",
    ]);
  });

  test("is accounted for by a moved block to a resource that exists, and by no other", () => {
    const recorded = ["aws_vpc.network_vpc_1"];
    const moved = (to: string) => ({ ...now, moved: [{ from: "aws_vpc.network_vpc_1", to }] });
    expect(lostAddresses("ohio", recorded, moved("aws_vpc.network_vpc_2"))).toEqual([]);
    expect(lostAddresses("ohio", recorded, moved("aws_vpc.elsewhere"))).toHaveLength(1);
  });
});
