import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { AzureSite, onDemand } from "siteform/azure";
import { AS_OF } from "../rules/support";
import { inFolder, tempFolder } from "../support/temp";
import { SUBSCRIPTION } from "./synth-site";

describe("a deploy of all stacks", () => {
  const deployed = (retire: boolean, retired = false) => {
    const folder = tempFolder();
    const fleet = new Fleet("atlas");
    const hooked: string[] = [];
    const site = new AzureSite(fleet, "boydton", {
      subscription: SUBSCRIPTION,
      region: "eastus2",
      location: { country: "US", subdivision: "US-VA" },
      stacks: "perCluster",
      network: { cidrs: ["10.48.0.0/16"] },
      infiniband: "external",
    });
    site.addCluster("serve", {
      retired,
      network: { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20" },
      pools: [{ machine: "Standard_ND96isr_H100_v5", count: 4, capacity: onDemand() }],
    });
    site.terraform((stack, { clusters, subnets }) => {
      hooked.push(`${stack.node.id}: ${Object.keys(clusters)} in ${Object.keys(subnets)}`);
    });
    if (retire) site.retire();
    inFolder(folder, () => fleet.synth({ quiet: true, asOf: AS_OF }));
    const { stacks }: { stacks: Record<string, { dependencies: string[] }> } = JSON.parse(
      readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8"),
    );
    return {
      hooked,
      order: Object.fromEntries(Object.entries(stacks).map(([name, each]) => [name, each.dependencies])),
    };
  };

  it("begins with the foundation, and where the site or a cluster is retired ends with it", () => {
    expect(deployed(false).order).toEqual({ boydton: [], "boydton-serve": ["boydton"] });
    expect(deployed(true).order).toEqual({ boydton: ["boydton-serve"], "boydton-serve": [] });
    expect(deployed(false, true).order).toEqual({ boydton: ["boydton-serve"], "boydton-serve": [] });
  });

  it("hands each stack to the hooks, with what it holds", () => {
    expect(deployed(false).hooked).toEqual(["boydton:  in serve", "boydton-serve: serve in "]);
    expect(deployed(true).hooked).toEqual([]);
  });
});
