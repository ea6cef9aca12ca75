type Regions = Readonly<Record<string, readonly number[]>>;

const compass: Readonly<Record<string, string>> = {
  northeast: "ne",
  southeast: "se",
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
};

/** `ap-northeast-1` is `apne1` in zone ids. */
function regionCode(region: string): string {
  const [area = "", side = "", index = ""] = region.split("-");
  return `${area}${compass[side] ?? side}${index}`;
}

/** Zone ids by region: `{ "us-east-1": [1, 6] }` is `use1-az1` and `use1-az6`. */
function zoneIds(regions: Regions): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(regions).map(([region, zones]) => [region, zones.map((zone) => `${regionCode(region)}-az${zone}`)]),
  );
}

const largeInf2 = zoneIds({
  "ap-northeast-1": [1, 4],
  "ap-south-1": [1, 3],
  "ap-southeast-1": [2, 3],
  "ap-southeast-2": [1, 3],
  "eu-central-1": [2, 3],
  "eu-north-1": [1, 2],
  "eu-west-1": [1, 2, 3],
  "eu-west-2": [2],
  "eu-west-3": [2, 3],
  "sa-east-1": [3],
  "us-east-1": [2, 4, 5, 6],
  "us-east-2": [1, 2, 3],
  "us-west-2": [1, 2, 3, 4],
});

/**
 * Zone ids by region where AWS offers each type: EC2 DescribeInstanceTypeOfferings as recorded in moto 5.2.1.
 * A snapshot: AWS adds zones, so that a zone missing here is worth a warning and never an error.
 */
export const awsZones = {
  "p4d.24xlarge": zoneIds({
    "ap-northeast-1": [1, 4],
    "ap-northeast-2": [2, 4],
    "ap-south-1": [1, 2, 3],
    "ap-southeast-2": [1, 2],
    "ca-central-1": [1, 2],
    "eu-central-1": [1, 2, 3],
    "eu-north-1": [3],
    "eu-west-1": [2],
    "eu-west-2": [2, 3],
    "sa-east-1": [1, 3],
    "us-east-1": [1, 2, 4, 6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 3, 4],
  }),
  "p4de.24xlarge": zoneIds({
    "ap-northeast-1": [1, 4],
    "ap-southeast-1": [2, 3],
    "eu-central-1": [1, 2],
    "il-central-1": [1, 2, 3],
    "us-east-1": [4, 6],
    "us-west-2": [1, 2, 3],
  }),
  "p5.4xlarge": zoneIds({
    "ap-northeast-1": [1],
    "ap-south-1": [1, 2, 3],
    "ap-southeast-2": [3],
    "ap-southeast-3": [1],
    "eu-west-2": [1, 2, 3],
    "sa-east-1": [3],
    "us-east-1": [1, 2, 3, 4, 5, 6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 3, 4],
  }),
  "p5.48xlarge": zoneIds({
    "ap-northeast-1": [1, 4],
    "ap-northeast-2": [1],
    "ap-south-1": [1, 2, 3],
    "ap-southeast-2": [1, 2, 3],
    "ap-southeast-3": [1],
    "ca-central-1": [4],
    "eu-north-1": [1, 2, 3],
    "eu-west-2": [1, 2, 3],
    "sa-east-1": [3],
    "us-east-1": [1, 2, 3, 4, 5, 6],
    "us-east-2": [1, 2, 3],
    "us-west-1": [1, 3],
    "us-west-2": [1, 2, 3, 4],
  }),
  "p5e.48xlarge": zoneIds({
    "ap-southeast-2": [3],
    "ap-southeast-3": [1, 3],
    "eu-north-1": [1],
    "eu-west-2": [2],
    "sa-east-1": [2, 3],
    "us-east-2": [1, 2, 3],
    "us-west-2": [3],
  }),
  "p5en.48xlarge": zoneIds({
    "ap-northeast-1": [4],
    "ap-northeast-2": [1],
    "ap-south-1": [1, 3],
    "ap-southeast-3": [2, 3],
    "eu-north-1": [1, 3],
    "eu-south-2": [1, 2],
    "me-central-1": [1, 3],
    "us-east-1": [2, 6],
    "us-east-2": [1, 2, 3],
    "us-west-1": [3],
    "us-west-2": [2, 3, 4],
  }),
  "p6-b200.48xlarge": zoneIds({
    "us-east-1": [6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 4],
  }),
  "p6-b300.48xlarge": zoneIds({
    "us-west-2": [2],
  }),
  "trn1.2xlarge": zoneIds({
    "us-east-1": [5, 6],
    "us-east-2": [3],
    "us-west-2": [1, 4],
  }),
  "trn1.32xlarge": zoneIds({
    "ap-south-1": [2],
    "ap-southeast-2": [1, 2],
    "ap-southeast-4": [1],
    "us-east-1": [4, 5, 6],
    "us-east-2": [3],
    "us-west-2": [1, 4],
  }),
  "trn1n.32xlarge": zoneIds({
    "us-east-1": [6],
    "us-east-2": [3],
    "us-west-2": [4],
  }),
  "trn2.3xlarge": zoneIds({
    "ap-southeast-4": [3],
    "sa-east-1": [1, 2, 3],
  }),
  "trn2.48xlarge": zoneIds({
    "us-east-2": [1, 2, 3],
  }),
  "inf2.xlarge": zoneIds({
    "ap-northeast-1": [1, 4],
    "ap-northeast-2": [1, 2, 3],
    "ap-south-1": [1, 3],
    "ap-southeast-1": [2, 3],
    "ap-southeast-2": [1, 3],
    "eu-central-1": [2, 3],
    "eu-north-1": [1, 2],
    "eu-west-1": [1, 2, 3],
    "eu-west-2": [2],
    "eu-west-3": [2, 3],
    "sa-east-1": [3],
    "us-east-1": [2, 4, 5, 6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 3, 4],
  }),
  "inf2.8xlarge": largeInf2,
  "inf2.24xlarge": largeInf2,
  "inf2.48xlarge": largeInf2,
  "g5.48xlarge": zoneIds({
    "ap-east-1": [1, 2],
    "ap-northeast-1": [1, 4],
    "ap-northeast-2": [1, 3, 4],
    "ap-south-1": [1, 3],
    "ap-southeast-2": [1, 2],
    "ap-southeast-3": [1, 3],
    "ca-central-1": [1, 2],
    "eu-central-1": [1, 2, 3],
    "eu-north-1": [2, 3],
    "eu-west-1": [1, 2, 3],
    "eu-west-2": [2, 3],
    "il-central-1": [1, 2, 3],
    "me-central-1": [1, 2],
    "sa-east-1": [1, 2],
    "us-east-1": [1, 2, 4, 5, 6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 3],
  }),
  "g6.48xlarge": zoneIds({
    "ap-northeast-1": [1, 4],
    "ap-northeast-2": [1, 3, 4],
    "ap-south-1": [1, 3],
    "ap-southeast-2": [1, 2, 3],
    "ap-southeast-5": [1, 2],
    "ca-central-1": [1, 2, 4],
    "eu-central-1": [1, 2, 3],
    "eu-central-2": [2, 3],
    "eu-north-1": [1, 2],
    "eu-south-2": [1, 2, 3],
    "eu-west-2": [1, 2, 3],
    "eu-west-3": [2, 3],
    "me-central-1": [1, 2],
    "sa-east-1": [1, 2],
    "us-east-1": [1, 2, 4, 5, 6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 3, 4],
  }),
  "g6e.48xlarge": zoneIds({
    "ap-northeast-1": [1, 4],
    "ap-northeast-2": [1, 2],
    "ap-northeast-3": [1, 2],
    "ap-south-1": [1, 3],
    "eu-central-1": [1, 2, 3],
    "eu-north-1": [1, 2],
    "eu-south-2": [2, 3],
    "me-central-1": [1, 2],
    "us-east-1": [1, 2, 4, 6],
    "us-east-2": [1, 2, 3],
    "us-west-2": [1, 2, 3, 4],
  }),
  /** The Dallas Local Zone `us-east-1-dfw-2a`, opt-in, by Capacity Blocks only; not in the recorded offerings. */
  "p6e-gb200.36xlarge": { "us-east-1": ["use1-dfw2-az1"] },
} as const;
