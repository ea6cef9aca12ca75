import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { assumed, Fleet, type ISite, megawatts, OwnedSite } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { TerraformStack } from "../../constructs/core/cdktf";
import { inFolder, tempFolder } from "../support/temp";

const AS_OF = "2026-11-23";

function lab(): { fleet: Fleet; site: OwnedSite } {
  const fleet = new Fleet("lab");
  const power = assumed(megawatts(1), { meaning: "criticalIT" });
  return { fleet, site: new OwnedSite(fleet, "site", { location: { country: "US" }, power }) };
}

function synthIn(folder: string, fleet: Fleet) {
  const before = process.exitCode;
  try {
    return inFolder(folder, () => fleet.synth({ quiet: true, asOf: AS_OF }));
  } finally {
    process.exitCode = before;
  }
}

test("a stack of one's own has the fleet's backend and what one put into it", () => {
  const { fleet } = lab();
  fleet.addStack("datasets", (stack) => {
    new AwsProvider(stack, "aws", { region: "us-east-2" });
    new S3Bucket(stack, "bucket", { bucket: "atlas-datasets" });
  });
  const folder = tempFolder();
  expect(synthIn(folder, fleet).ok).toBe(true);
  const stack = JSON.parse(readFileSync(join(folder, "cdktf.out", "stacks", "datasets", "cdk.tf.json"), "utf8"));
  expect(stack.terraform.backend).toEqual({ local: { path: "../../../state/lab/datasets.tfstate" } });
  expect(stack.resource.aws_s3_bucket.bucket.bucket).toBe("atlas-datasets");
});

test("a stack of one's own that has a site's name is refused, and nothing is written", () => {
  const { fleet } = lab();
  fleet.addStack("site", () => undefined);
  const folder = tempFolder();
  expect(synthIn(folder, fleet).findings).toMatchObject([
    { rule: "NAME-1", message: expect.stringContaining('"site"') },
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test("a stack or a resource inside the fleet, where the framework never looks, is reported and not lost", () => {
  const { fleet, site } = lab();
  const stray = new TerraformStack(fleet, "dns");
  new S3Bucket(stray, "in-a-stray-stack", { bucket: "a" });
  new S3Bucket(site, "bucket", { bucket: "b" });
  const { ok, findings } = synthIn(tempFolder(), fleet);
  expect(ok).toBe(false);
  expect(findings).toMatchObject([
    { rule: "STRAY-1", path: "site.bucket" },
    { rule: "STRAY-1", path: "dns" },
  ]);
});

test.each(["constructor", "toString", "__proto__"])(
  "a site named %s is refused for its name, not with a crash",
  (name) => {
    const { fleet } = lab();
    const power = assumed(megawatts(1), { meaning: "criticalIT" });
    expect(() => new OwnedSite(fleet, name, { location: { country: "US" }, power })).not.toThrow();
    synthIn(tempFolder(), fleet);
  },
);

test("an interconnect whose ends are missing is refused, not with a crash", () => {
  const { fleet, site } = lab();
  const incomplete: { between: readonly [ISite, ISite] } = JSON.parse('{"between": [null, 3]}');
  fleet.addInterconnect("odd", { ...incomplete, rate: JSON.parse("null") });
  expect(site.name).toBe("site");
  const paths = synthIn(tempFolder(), fleet).findings.map(({ path }) => path);
  expect(paths).toContain("interconnects.odd.rateGbps");
});

test("a rule without which nothing can be built cannot be waived", () => {
  const fleet = new Fleet("waived");
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16"], zoneIds: ["use2-az1", "use2-az2"] },
  });
  site.addCluster("train", {
    pools: [{ machine: "p5.48xlarge", count: 1, capacity: onDemand({ zoneId: "use2-az3" }) }],
  });
  fleet.waive({ rule: "AWS-ZONE-01", path: "sites.ohio", reason: "because", until: "2027-01-01" });
  const { ok, findings } = synthIn(tempFolder(), fleet);
  expect(ok).toBe(false);
  expect(findings.map(({ rule }) => rule).sort()).toEqual(["AWS-ZONE-01", "WAIVE-1"]);
});

test("an output folder that is a link to another file system's is written through", () => {
  const elsewhere = tempFolder();
  const folder = tempFolder();
  symlinkSync(elsewhere, join(folder, "cdktf.out"));
  expect(synthIn(folder, lab().fleet).ok).toBe(true);
  expect(readdirSync(elsewhere).sort()).toEqual(["fleet.json", "manifest.json", "schemas", "sites", "stacks"]);
});

test("what a killed synthesis left behind is swept away once it is old, and a running one's is not", () => {
  const folder = tempFolder();
  const output = join(folder, "cdktf.out");
  mkdirSync(join(output, ".siteform-old"), { recursive: true });
  mkdirSync(join(output, ".siteform-new"));
  const twoHoursAgo = Date.now() / 1000 - 7200;
  utimesSync(join(output, ".siteform-old"), twoHoursAgo, twoHoursAgo);
  expect(synthIn(folder, lab().fleet).ok).toBe(true);
  expect(readdirSync(output).filter((entry) => entry.startsWith(".siteform-"))).toEqual([".siteform-new"]);
});
