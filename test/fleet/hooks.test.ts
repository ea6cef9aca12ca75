import type { IConstruct } from "constructs";
import { Fleet, megawatts } from "../../constructs";
import { AwsSite, onDemand } from "../../constructs/aws";
import { Aspects, TerraformOutput, TerraformResource, TerraformStack } from "../../constructs/core/cdktf";
import { AS_OF, addLab, addMemphis, aGoodFleet } from "./fleets";
import { enterProject, type Project } from "./project";

/** An aspect that writes down which stacks and resources it was shown. */
class Visitor {
  readonly stacks = new Set<string>();
  readonly resources = new Set<string>();

  visit(node: IConstruct): void {
    if (node instanceof TerraformStack) this.stacks.add(node.node.id);
    if (node instanceof TerraformResource) this.resources.add(`${TerraformStack.of(node).node.id}/${node.node.id}`);
  }
}

/** An AWS site with two stacks. */
function addRainier(fleet: Fleet): AwsSite {
  const rainier = new AwsSite(fleet, "rainier", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US", subdivision: "US-IN" },
    stacks: "perCluster",
  });
  for (const [index, name] of ["a", "b"].entries()) {
    rainier.addCluster(name, {
      network: { cidrs: [`10.${16 + index}.0.0/16`] },
      pools: [{ machine: "trn2.48xlarge", count: 1, capacity: onDemand({ zoneId: "use2-az3" }) }],
    });
  }
  return rainier;
}

describe("aspects", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  const synth = (fleet: Fleet) => {
    const { result } = project.run(() => fleet.synth({ asOf: AS_OF }));
    expect(result.findings.filter((finding) => finding.severity === "error")).toEqual([]);
  };

  test("of the fleet reach every stack and what is in it", () => {
    const fleet = aGoodFleet();
    addRainier(fleet);
    const visitor = new Visitor();
    Aspects.of(fleet).add(visitor);
    synth(fleet);
    expect([...visitor.stacks].sort()).toEqual(["lab", "memphis", "rainier-a", "rainier-b"]);
    expect(visitor.resources).toContain("lab/cluster-train");
    expect(visitor.resources).toContain("memphis/lease");
  });

  test("of a site reach its stacks and no others", () => {
    const fleet = aGoodFleet();
    const visitor = new Visitor();
    Aspects.of(addRainier(fleet)).add(visitor);
    synth(fleet);
    expect([...visitor.stacks].sort()).toEqual(["rainier-a", "rainier-b"]);
  });

  test("change what is written", () => {
    const fleet = aGoodFleet();
    Aspects.of(fleet).add({
      visit: (node) => {
        if (node instanceof TerraformStack) new TerraformOutput(node, "owner", { value: "capacity team" });
      },
    });
    synth(fleet);
    for (const name of ["lab", "memphis"]) {
      expect(project.json(`cdktf.out/stacks/${name}/cdk.tf.json`)).toHaveProperty(
        "output.owner.value",
        "capacity team",
      );
    }
  });

  test("of the fleet also see what a hook added", () => {
    const fleet = new Fleet("atlas");
    const visitor = new Visitor();
    Aspects.of(fleet).add(visitor);
    addLab(fleet).terraform((stack) => {
      new TerraformResource(stack, "extra", { terraformResourceType: "terraform_data" });
    });
    synth(fleet);
    expect(visitor.resources).toContain("lab/extra");
  });
});

describe("the terraform hook", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  test("gets the stack and its resources, in the order in which hooks were added", () => {
    const fleet = new Fleet("atlas");
    const calls: string[] = [];
    addMemphis(fleet)
      .terraform((stack, { site, clusters, lease }) => {
        calls.push(`first ${stack.node.id}`);
        site.addOverride("input.note", "seen");
        clusters["serve"]?.addOverride("lifecycle.prevent_destroy", true);
        lease?.addOverride("input.reviewed", "2026-06-01");
      })
      .terraform((stack) => {
        calls.push(`second ${stack.node.id}`);
      });
    project.run(() => fleet.synth({ asOf: AS_OF }));
    expect(calls).toEqual(["first memphis", "second memphis"]);
    expect(project.json("cdktf.out/stacks/memphis/cdk.tf.json")).toMatchObject({
      resource: {
        terraform_data: {
          site: { input: { note: "seen", critical_it_mw: megawatts(4).value } },
          "cluster-serve": { lifecycle: { prevent_destroy: true } },
          lease: { input: { reviewed: "2026-06-01", landlord: "SpaceX" } },
        },
      },
    });
  });

  test("is called for each stack of a site, with that stack's own cluster", () => {
    const fleet = new Fleet("atlas");
    const seen: (readonly [string, readonly string[]])[] = [];
    addRainier(fleet).terraform((stack, { clusters }) => {
      seen.push([stack.node.id, Object.keys(clusters)]);
    });
    project.run(() => fleet.synth({ asOf: AS_OF }));
    expect(seen).toEqual([
      ["rainier-a", ["a"]],
      ["rainier-b", ["b"]],
    ]);
  });

  test("that throws is the program's own trouble: nothing was written, and the last good output stays", () => {
    project.run(() => aGoodFleet().synth({ asOf: AS_OF }));
    const before = project.state(".");
    const fleet = new Fleet("atlas");
    addLab(fleet).terraform(() => {
      throw new Error("the hook's own");
    });
    expect(() => project.run(() => fleet.synth({ asOf: AS_OF }))).toThrow("the hook's own");
    expect(project.state(".")).toEqual(before);
  });
});
