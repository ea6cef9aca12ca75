import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Fleet, type FleetProps } from "../../constructs";
import { AwsSite, onDemand } from "../../constructs/aws";
import { Aspects, TerraformResource } from "../../constructs/core/cdktf";
import { GoogleSite, spot } from "../../constructs/google";
import { type Finding, formatFinding } from "../../constructs/model";
import { referenceFleet } from "../../stacks/reference-fleet";
import { cases } from "../cases";
import { AS_OF } from "./fleets";
import { enterProject, type Project } from "./project";

let project: Project;
beforeEach(() => {
  project = enterProject();
});
afterEach(() => project.leave());

const about = (findings: readonly Finding[]) => findings.filter(({ path }) => path.startsWith("stacks."));

function withOhio(props: FleetProps = {}): { readonly fleet: Fleet; readonly ohio: AwsSite } {
  const fleet = new Fleet("atlas", props);
  const ohio = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16"] },
  });
  ohio.addCluster("train", {
    pools: [{ machine: "p5.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az1" }) }],
  });
  return { fleet, ohio };
}

/** Sets an argument of every resource of a type, or of those within a part of the stack, as an aspect of a program does. */
const override = (type: string, argument: string, value: unknown, within = "") => ({
  visit: (node: object) => {
    if (!(node instanceof TerraformResource) || node.terraformResourceType !== type) return;
    if (node.node.path.includes(within)) node.addOverride(argument, value);
  },
});

const synth = (fleet: Fleet) => project.run(() => fleet.synth({ asOf: AS_OF }));

/** What the command gets from a program that it asks for its fleet. */
function asked(fleet: Fleet) {
  process.env["SITEFORM_HANDOVER"] = "handed-over";
  const { result } = synth(fleet);
  delete process.env["SITEFORM_HANDOVER"];
  return { result, handed: project.json("handed-over") };
}

describe("what the library makes of itself keeps every rule about Terraform", () => {
  test.each([...Object.entries(cases), ["reference", referenceFleet] as const])("%s", (_, fleet) => {
    expect(about(project.run(() => fleet().synth({ asOf: AS_OF, quiet: true })).result.findings)).toEqual([]);
  });
});

describe("what a program adds", () => {
  const profile = override("aws_launch_template", "iam_instance_profile.name", "own");

  test("and breaks a rule by is refused: nothing is written, the last good output stays", () => {
    expect(synth(withOhio().fleet).exitCode).toBeUndefined();
    const before = project.state("cdktf.out");
    const { fleet, ohio } = withOhio();
    Aspects.of(ohio).add(profile);
    const { result, exitCode, stderr } = synth(fleet);
    expect(about(result.findings).map((finding) => formatFinding(finding))).toEqual([
      expect.stringMatching(
        /^error {3}stacks\.ohio\.aws_launch_template\.\S+\.iam_instance_profile: EKS refuses it: .* \(the same of 2 resources\) {2}\[AWS-LT-01\]\n {10}→ remove it$/,
      ),
    ]);
    expect({ ok: result.ok, exitCode, files: result.files }).toEqual({ ok: false, exitCode: 1, files: [] });
    expect(stderr).toMatch(/^atlas: 1 error; nothing was written/m);
    expect(project.state("cdktf.out")).toEqual(before);
    expect(project.files("cdktf.out").filter((file) => file.includes(".siteform-"))).toEqual([]);
  });

  test("is waived for a stack, with a reason and a day", () => {
    const { fleet } = withOhio();
    Aspects.of(fleet).add(profile);
    fleet.waive({ rule: "AWS-LT-01", path: "stacks.ohio", reason: "tried with support", until: "2027-01-01" });
    const { result, exitCode } = synth(fleet);
    expect(about(result.findings).map(({ waived }) => waived)).toEqual(["tried with support (until 2027-01-01)"]);
    expect({ ok: result.ok, exitCode }).toEqual({ ok: true, exitCode: undefined });
  });

  test("in a stack of its own is checked as well", () => {
    const { fleet } = withOhio();
    fleet.addStack("own", (stack) => stack.addOverride("terraform.backend.local.path", "/home/me/own.tfstate"));
    expect(about(synth(fleet).result.findings).map(({ rule, path }) => [rule, path])).toEqual([
      ["X-BACKEND-01", "stacks.own.terraform.backend.local.path"],
    ]);
  });

  test("is known to the command before anything is written", () => {
    const { fleet } = withOhio();
    Aspects.of(fleet).add(profile);
    const { result, handed } = asked(fleet);
    expect(about(result.findings)).toHaveLength(1);
    expect(JSON.stringify(handed)).toContain("AWS-LT-01");
    expect(project.files()).toEqual(["handed-over"]);
  });

  test("and two stacks of one name are known to the command too", () => {
    const { fleet, ohio } = withOhio();
    ohio.terraform(() => undefined);
    fleet.addStack("ohio", () => undefined);
    expect(asked(fleet).result.findings.map(({ rule }) => rule)).toContain("NAME-1");
  });
});

test("a hook that throws is said to be of its site and stack, and leaves no output", () => {
  const { fleet, ohio } = withOhio();
  ohio.terraform(() => {
    throw new Error("no such cluster");
  });
  expect(() => synth(fleet)).toThrow("the hook of the site ohio failed on the stack ohio: no such cluster");
  expect(project.files()).toEqual([]);
});

describe("an override", () => {
  const warnings = (fleet: Fleet) => about(synth(fleet).result.findings).map(({ rule, path }) => `${rule} ${path}`);

  test("of an argument that the bindings know is no matter", () => {
    const { fleet, ohio } = withOhio();
    Aspects.of(ohio).add(override("aws_eks_cluster", "upgrade_policy.support_type", "EXTENDED"));
    Aspects.of(ohio).add(override("aws_eks_cluster", "lifecycle.ignore_changes", ["tags"]));
    Aspects.of(ohio).add(override("aws_launch_template", "network_interfaces.0.description", "first", "pool-h100"));
    Aspects.of(ohio).add(override("aws_launch_template", "tags.any_name", "is a tag"));
    Aspects.of(ohio).add(override("aws_eks_node_group", "taint", [{ key: "a", effect: "NO_EXECUTE" }]));
    expect(warnings(fleet)).toEqual([]);
  });

  test("of one that they do not know is warned of, at any depth", () => {
    const { fleet, ohio } = withOhio();
    Aspects.of(ohio).add(override("aws_eks_cluster", "warm_pool_config.enabled", true));
    Aspects.of(ohio).add(override("aws_eks_cluster", "upgrade_policy.suport_type", "EXTENDED"));
    Aspects.of(ohio).add(override("aws_launch_template", "network_interfaces.0.ena_queue_count", 4, "pool-h100"));
    expect(warnings(fleet).map((text) => text.replace(/\.[\w-]+_[0-9A-F]{8}\./, ".*."))).toEqual([
      "X-SCHEMA-01 stacks.ohio.aws_eks_cluster.*.upgrade_policy.suport_type",
      "X-SCHEMA-01 stacks.ohio.aws_eks_cluster.*.warm_pool_config",
      "X-SCHEMA-01 stacks.ohio.aws_launch_template.*.network_interfaces.ena_queue_count",
    ]);
  });

  test("in the words of the bindings, without underscores, or of a place in a block that is one, is an error", () => {
    const { fleet, ohio } = withOhio();
    Aspects.of(ohio).add(override("aws_eks_cluster", "upgradePolicy.supportType", "EXTENDED"));
    Aspects.of(ohio).add(override("aws_eks_cluster", "vpc_config.0.endpoint_public_access", false));
    Aspects.of(ohio).add(override("aws_launch_template", "updatedefaultversion", true, "pool-h100"));
    const errors = about(synth(fleet).result.findings).map(({ path, severity, hint }) => [
      severity,
      path.replace(/^.*_[0-9A-F]{8}\./, ""),
      hint,
    ]);
    expect(errors).toEqual([
      ["error", "upgradePolicy", 'did you mean "upgrade_policy"?'],
      ["error", "vpc_config.0", 'did you mean "vpc_config"?'],
      ["error", "updatedefaultversion", 'did you mean "update_default_version"?'],
    ]);
  });

  test("of what only the provider sets is warned of, also as an override of the stack", () => {
    const { fleet, ohio } = withOhio();
    ohio.terraform((stack, { network }) => {
      network?.vpc.addOverride("owner_id", "111122223333");
      stack.addOverride(`resource.aws_vpc.${network?.vpc.friendlyUniqueId}.bogus`, 1);
      stack.addOverride(`resource.aws_vpc.${network?.vpc.friendlyUniqueId}.cidr_block`, "10.16.0.0/16");
    });
    expect(warnings(fleet).map((text) => text.replace(/^.*\./, ""))).toEqual(["bogus", "owner_id"]);
  });

  test("of a resource that the bindings do not have says nothing", () => {
    const { fleet } = withOhio();
    fleet.addStack("own", (stack) => {
      new AwsProvider(stack, "aws", { region: "us-east-2" });
      new TerraformResource(stack, "raw", { terraformResourceType: "aws_s3_directory_bucket" }).addOverride(
        "bucket",
        "b",
      );
      new DataAwsVpc(stack, "vpc", {}).addOverride("bogus", true);
    });
    expect(warnings(fleet)).toEqual(["X-SCHEMA-01 stacks.own.data.aws_vpc.vpc.bogus"]);
  });

  test("that comes with a later provider is no matter", () => {
    const { fleet, ohio } = withOhio();
    ohio.terraform((stack, { clusters }) => {
      clusters["train"]?.cluster.cluster.addOverride("warm_pool_config.enabled", true);
      stack.addOverride("terraform.required_providers.aws.version", ">= 6.30, < 7");
    });
    expect(warnings(fleet)).toEqual([]);
  });

  test("that google 6.50 refuses is an error, and once", () => {
    const fleet = new Fleet("atlas");
    const iowa = new GoogleSite(fleet, "iowa", {
      project: "atlas-research",
      region: "us-central1",
      location: { country: "US" },
    });
    iowa.addCluster("train", {
      network: { nodes: "10.0.0.0/20", pods: "10.64.0.0/14", services: "10.32.0.0/20", controlPlane: "10.48.0.0/28" },
      pools: [{ machine: "ct5p-hightpu-4t", topology: "2x2x1", slices: 1, capacity: spot({ zone: "us-central1-a" }) }],
    });
    Aspects.of(iowa).add(override("google_container_node_pool", "network_config.accelerator_network_profile", "auto"));
    const found = warnings(fleet);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((text) => text.split(" ")[0]))).toEqual(new Set(["GCP-VER-01"]));
  });
});
