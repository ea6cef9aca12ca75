import fc from "fast-check";
import { Fleet } from "siteform";
import {
  type AwsClusterProps,
  type AwsContract,
  type AwsPoolProps,
  AwsSite,
  al2023,
  bottlerocket,
  buyCapacityBlock,
  capacityBlock,
  customImage,
  existingVpc,
  kubernetes,
  lustre,
  onDemand,
  onDemandReservation,
  siteBucket,
  spot,
  tieredLustre,
} from "siteform/aws";
import { type AwsMachineType, awsMachines } from "../../constructs/catalog";
import { overlap, parseRange } from "../../constructs/model";
import { ACCOUNT, nothing, type Stack, synthesizedStacks } from "./synth";

/** A region of each partition, with three of its zones. */
const places = [
  { region: "us-east-2", partition: "aws", zones: ["use2-az1", "use2-az2", "use2-az3"], country: "US" },
  { region: "us-gov-west-1", partition: "aws-us-gov", zones: ["usgw1-az1", "usgw1-az2", "usgw1-az3"], country: "US" },
  { region: "cn-north-1", partition: "aws-cn", zones: ["cnn1-az1", "cnn1-az2", "cnn1-az4"], country: "CN" },
] as const;
type Place = (typeof places)[number];

const types = Object.keys(awsMachines) as AwsMachineType[];
const block = { start: "2026-12-01T11:30:00Z", end: "2026-12-15T11:30:00Z" };

/** What is there sometimes. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const reservationId = fc.integer({ min: 0x10000000, max: 0x7fffffff }).map((number) => `cr-${number.toString(16)}`);
/** Options without those that are left out. */
const given = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
  arbitrary.map((value): T => JSON.parse(JSON.stringify(value)));

function contract({ zones, region, partition }: Place, ultra: boolean): fc.Arbitrary<AwsContract> {
  const zoneId = fc.constantFrom(...zones);
  const scaling = fc.constantFrom("schedule" as const, "autoscaler" as const);
  const blocks = fc
    .record({ zoneId, scaling, reservationId })
    .map((options) => capacityBlock({ ...block, ...options }));
  if (ultra) return blocks;
  return fc.oneof(
    fc.record({ zoneId, placementGroup: fc.boolean() }).map(onDemand),
    zoneId.map((zone) => spot({ zoneId: zone })),
    zoneId.map((zone) => onDemandReservation({ zoneId: zone })),
    fc.record({ zoneId, reservationId }).map(onDemandReservation),
    zoneId.map((zone) =>
      onDemandReservation({
        zoneId: zone,
        reservationGroupArn: `arn:${partition}:resource-groups:${region}:${ACCOUNT}:group/g`,
      }),
    ),
    fc.record({ zoneId, placementGroup: fc.boolean() }).map(({ zoneId: zone, placementGroup }) =>
      onDemandReservation({
        zoneId: zone,
        create: {
          accept: "I accept that billing starts at once and goes on until the reservation is cancelled",
          placementGroup,
        },
      }),
    ),
    blocks,
    fc.record({ zoneId, scaling }).map((options) =>
      buyCapacityBlock({
        ...block,
        ...options,
        offeringId: "cb-0123456789abcdef0",
        acceptPurchase: "I accept that this purchase is charged upfront and can be neither cancelled nor refunded",
      }),
    ),
  );
}

const image = fc.constantFrom(
  al2023(),
  bottlerocket(),
  customImage({ imageId: "ami-0123456789abcdef0", userData: "#!/bin/sh\necho ${X} %{Y}\n" }),
);

const pool = (place: Place): fc.Arbitrary<AwsPoolProps> =>
  fc.constantFrom(...types).chain((machine) => {
    const size = awsMachines[machine].ultraServerSizes?.[0];
    return given(
      fc.record({
        machine: fc.constant(machine),
        count: size === undefined ? fc.constantFrom(1, 2, 12, 25) : fc.constant(size),
        capacity: contract(place, size !== undefined),
        image: maybe(image),
        localStorage: maybe(fc.constantFrom("raid0" as const, "none" as const)),
        taints: maybe(fc.constantFrom([], [{ key: "own", effect: "NO_EXECUTE" as const }])),
        retired: maybe(fc.constant(true)),
      }),
    );
  });

function network({ zones }: Place, index: number): fc.Arbitrary<AwsClusterProps["network"]> {
  const second = 16 + 2 * index;
  return fc.oneof(
    given(
      fc.record({
        cidrs: fc.constantFrom([`10.${second}.0.0/16`], [`10.${second}.0.0/16`, `10.${second + 1}.0.0/16`]),
        zoneIds: fc.shuffledSubarray([...zones], { minLength: 3 }),
        egress: maybe(fc.constantFrom("nat" as const, "none" as const)),
        natGateways: maybe(fc.constantFrom("perZone" as const, "single" as const)),
        flowLogs: maybe(fc.record({ enabled: fc.boolean() })),
      }),
    ),
    fc.constant(
      existingVpc({
        vpcId: `vpc-0123456789abcde0${index}`,
        cidrs: [`10.${second}.0.0/16`],
        systemSubnets: Object.fromEntries(
          zones.slice(1).map((zone, each) => [zone, `subnet-0aaaaaaaaaa${index}${each}`]),
        ),
        acceleratorSubnets: Object.fromEntries(zones.map((zone, each) => [zone, `subnet-0bbbbbbbbbb${index}${each}`])),
      }),
    ),
  );
}

const storage = ({ zones: [zoneId] }: Place): fc.Arbitrary<AwsClusterProps["storage"]> =>
  fc.subarray([
    lustre({
      name: "data",
      zoneId,
      capacityGiB: 4_800,
      throughputPerTiB: 1_000,
      efa: true,
      links: [siteBucket("sets", { path: "/sets" })],
    }),
    tieredLustre({ name: "tiered", zoneId, throughputMBps: 4_000, metadataIops: 6_000 }),
  ]);

function cluster(place: Place, index: number, own: boolean): fc.Arbitrary<AwsClusterProps> {
  const arn = (service: string, rest: string) => `arn:${place.partition}:${service}:${rest}`;
  const key = arn("kms", `${place.region}:${ACCOUNT}:key/own`);
  return given(
    fc.record({
      scheduler: fc.constant(kubernetes({ version: "1.34" })),
      pools: fc
        .array(pool(place), { minLength: 1, maxLength: 3 })
        .map((pools) => pools.map((each, number) => ({ ...each, name: `p${number}` }))),
      network: own ? network(place, index + 1) : maybe(network(place, index + 1)),
      storage: maybe(storage(place)),
      publicAccessCidrs: maybe(fc.constant(["203.0.113.0/24"])),
      access: maybe(fc.constant([{ principalArn: arn("iam", `:${ACCOUNT}:role/a`), policy: "view" as const }])),
      podIdentities: maybe(
        fc.constant([{ namespace: "a", serviceAccount: "b", policyArns: [arn("iam", ":aws:policy/ReadOnlyAccess")] }]),
      ),
      keys: maybe(given(fc.record({ secrets: maybe(fc.constant(key)), volumes: maybe(fc.constant(key)) }))),
      prefixDelegation: maybe(fc.boolean()),
      addons: maybe(fc.constant({ "aws-ebs-csi-driver": { enabled: false } })),
      quotas: maybe(fc.constant({ nodesPerGroup: 10 })),
      retired: maybe(fc.constant(true)),
    }),
  );
}

interface Case {
  readonly place: Place;
  readonly fleet: () => Fleet;
}

const cases: fc.Arbitrary<Case> = fc
  .record({ place: fc.constantFrom(...places), own: fc.boolean() })
  .chain(({ place, own }) =>
    fc.record({
      place: fc.constant(place),
      network: own ? fc.constant(undefined) : network(place, 0),
      clusters: fc.tuple(cluster(place, 0, own), cluster(place, 1, own)),
      stacks: fc.constantFrom("single" as const, "perCluster" as const),
      protect: fc.boolean(),
    }),
  )
  .map(({ place, network: shared, clusters, stacks, protect }) => ({
    place,
    fleet: () => {
      const fleet = new Fleet("any");
      const site = new AwsSite(fleet, "site", {
        account: ACCOUNT,
        region: place.region,
        location: { country: place.country },
        stacks,
        protect,
        ...(shared === undefined ? {} : { network: shared }),
      }).addBucket("sets");
      for (const [index, props] of clusters.entries()) site.addCluster(`c${index}`, props);
      return fleet;
    },
  }));

/** Every address in the values of a stack: `aws_vpc.network` or `data.aws_vpc.network`. */
const referred = (text: string): string[] =>
  [...text.matchAll(/\$\{((?:data\.)?aws_\w+\.[\w-]+)/g)].map(([, address = ""]) => address);

function addressesOf({ json }: Stack): Set<string> {
  const of = (kind: Stack["json"]["resource"], prefix: string) =>
    Object.entries(kind ?? {}).flatMap(([type, each]) => Object.keys(each).map((id) => `${prefix}${type}.${id}`));
  return new Set([...of(json.resource, ""), ...of(json.data, "data.")]);
}

/** Subnets that a stack makes in one VPC share no address. */
function expectDisjointSubnets(stack: Stack): void {
  const subnets = stack.all("subnet").map(({ vpc_id, cidr_block }) => ({
    vpc: String(vpc_id),
    range: parseRange(String(cidr_block)) ?? nothing(String(cidr_block)),
  }));
  const clashes = subnets.flatMap((one, index) =>
    subnets.slice(index + 1).filter((other) => one.vpc === other.vpc && overlap(one.range, other.range)),
  );
  expect(clashes).toEqual([]);
}

/** What EKS refuses in a group and its template together. */
function expectGroupsThatEksTakes(stack: Stack): void {
  for (const group of stack.all("eks_node_group", "pool-")) {
    const [, id = ""] = /aws_launch_template\.([\w-]+)\.id/.exec(JSON.stringify(group["launch_template"])) ?? [];
    const template = stack.json.resource?.["aws_launch_template"]?.[id] ?? nothing(id);
    const isBlock = group["capacity_type"] === "CAPACITY_BLOCK";
    expect({ inTemplate: "instance_type" in template, inGroup: "instance_types" in group }).toEqual({
      inTemplate: isBlock,
      inGroup: !isBlock,
    });
    expect("instance_market_options" in template).toBe(isBlock);
    if (isBlock) expect(group["scaling_config"]).toMatchObject({ desired_size: 0, min_size: 0 });
    expect("image_id" in template).toBe(group["ami_type"] === "CUSTOM");
    if ("image_id" in template) expect(group).not.toHaveProperty("version");
    expect(group["subnet_ids"]).toHaveLength(1);
  }
}

/** Names that stand for one thing each in an account. */
function namesOf(stack: Stack): string[] {
  const named = ["iam_role", "eks_cluster", "launch_template", "security_group", "placement_group", "kms_alias"];
  return named.flatMap((type) => stack.all(type).map(({ name }) => `${type} ${String(name)}`));
}

/** Of the fleets below, how many are synthesized: what is refused says nothing. */
let made = 0;

test("whatever options meet, a fleet is refused or becomes stacks that AWS could take", () => {
  fc.assert(
    fc.property(cases, ({ place, fleet }) => {
      let stacks: readonly Stack[];
      try {
        stacks = Object.values(synthesizedStacks(fleet()));
      } catch (error) {
        // A finding has a path; a program that broke does not.
        expect(String(error)).toMatch(/^Error: sites\./);
        return;
      }
      made += 1;
      for (const stack of stacks) {
        const text = JSON.stringify(stack.json);
        const addresses = addressesOf(stack);
        expect(referred(text).filter((address) => !addresses.has(address))).toEqual([]);
        const partitions = [...text.matchAll(/arn:(aws[a-z-]*):/g)].map(([, partition]) => partition);
        expect(partitions.filter((partition) => partition !== place.partition)).toEqual([]);
        expectDisjointSubnets(stack);
        expectGroupsThatEksTakes(stack);
        const kept = ["eks_cluster", "kms_key", "s3_bucket", "fsx_lustre_file_system", "ec2_capacity_reservation"];
        const guards = kept.flatMap((type) => stack.all(type).map(({ lifecycle }) => JSON.stringify(lifecycle)));
        expect(new Set(guards.map((guard) => guard.includes('"prevent_destroy":true'))).size).toBeLessThan(2);
      }
      const names = stacks.flatMap(namesOf);
      expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
      for (const name of names.filter((each) => each.startsWith("iam_role "))) expect(name.length).toBeLessThan(9 + 65);
    }),
    { numRuns: 120 },
  );
  expect(made).toBeGreaterThan(60);
});
