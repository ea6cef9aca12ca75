import { chipsOfProductName } from "../../catalog";
import type { Rule } from "../rule";
import { googleClusters, hinted, machineAt } from "../walk";
import { ofAbout } from "./nearest-topology";

/** The size of a slice by a number: of TensorCores or of chips, as the product's name has it, or of who knows what. */
export const isSizeByNumber = (topology: string): boolean => /^([a-z0-9]+-)?\d+$/.test(topology);

export const tpuSizeName: Rule = {
  id: "GCP-TPU-07",
  title: "the size of a slice is a topology, not a number that may count cores or chips",
  severity: "error",
  structural: true,
  source:
    "Cloud TPU documentation: v4-N, v5p-N and tpu7x-N count TensorCores, two a chip; v5litepod-N and v6e-N count chips",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const { name, machine: type, topology } of cluster.pools) {
        const machine = machineAt(context, site, type);
        if (machine?.tpu === undefined || topology === undefined || !isSizeByNumber(topology)) continue;
        const chips = chipsOfProductName(topology);
        yield {
          path: `${path}.pools.${name}.topology`,
          observed: topology,
          message:
            chips === undefined
              ? `${JSON.stringify(topology)} says neither what it counts, cores or chips, nor how they are wired`
              : `${JSON.stringify(topology)} is the name of a product, a slice of ${chips} chips, and not a topology`,
          ...hinted(ofAbout(chips ?? Number(topology.replace(/^.*-/, "")), machine)),
        };
      }
    }
  },
};
