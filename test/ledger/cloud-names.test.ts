import * as aws from "../../constructs/aws/names";
import * as azure from "../../constructs/azure/names";
import { googleMachines, sizePool } from "../../constructs/catalog";
import * as google from "../../constructs/google/names";
import * as names from "../../constructs/ledger/cloud-names";
import { GooglePool } from "../../constructs/model";

test("the clouds' constructs give the names that the rules check", () => {
  for (const cloud of [aws, google, azure]) expect(cloud.clusterName).toBe(names.clusterName);
  for (const cloud of [google, azure]) expect(cloud.SYSTEM_POOL).toBe(names.SYSTEM_POOL);
  expect(aws.roleName).toBe(names.roleName);
  expect(aws.nodeGroupPrefix).toBe(names.nodeGroupPrefix);
  expect([aws.stacksOf, google.stacksOf]).toEqual([names.awsStacks, names.googleStacks]);
});

const pool = (more: object) =>
  GooglePool.parse({ name: "p", capacity: { kind: "onDemand", zone: "us-central1-a" }, ...more });
const tpu = { machine: "ct5p-hightpu-4t" };

test.each([
  [pool({ ...tpu, topology: "4x4x8", slices: 3 }), 3],
  [pool({ ...tpu, topology: "4x4x8", slices: 1001 }), 1001],
  [pool({ ...tpu, topology: "2x2x1", slices: 5 }), undefined],
  [pool({ machine: "a3-highgpu-8g", count: 40 }), undefined],
  [pool({ machine: "a4x-highgpu-4g", count: 36 }), 2],
  [pool({ machine: "a4x-highgpu-4g", count: 37 }), 3],
] as const)("node pools are counted as Google's constructs make them (%#)", (of, count) => {
  const machine = Object.values(googleMachines).find((each) => each.type === of.machine);
  const size = machine === undefined ? undefined : sizePool(of, machine);
  if (size === undefined) throw new Error("the test's machine must exist");
  const made = google.nodePoolNames(of, size);
  expect(names.numberedNodePools(of, size)).toBe(count);
  expect(made).toHaveLength(count ?? 1);
  expect(made.at(-1)).toBe(count === undefined ? "p" : names.nodePoolName("p", count - 1));
});

test("a number is read back from a node pool's name as it was written", () => {
  for (const index of [0, 7, 999, 1000, 12_345]) {
    expect(names.numberedAs(names.nodePoolName("a-b", index))).toEqual({ pool: "a-b", index });
  }
  for (const other of ["a", "a-1", "a-0001", "a-00", "-000", "000"]) expect(names.numberedAs(other)).toBeUndefined();
});
