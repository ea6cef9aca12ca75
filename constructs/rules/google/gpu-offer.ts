import type { GoogleCapacity } from "../../model";
import type { Rule } from "../rule";
import { googleClusters, listed } from "../walk";

type Kind = GoogleCapacity["kind"];

/** Contracts that a machine type is documented with; others have them all. */
const OFFERED: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ["a3-ultragpu-8g", ["reservation", "flexStart", "queued", "spot"]],
  ["a4-highgpu-8g", ["reservation", "flexStart", "queued", "spot"]],
  ["a4x-highgpu-4g", ["reservation"]],
]);

export const googleGpuOffer: Rule = {
  id: "GCP-CAP-05",
  title: "GPU machines are asked for under a contract that Google documents for them",
  severity: "warning",
  source:
    "AI Hypercomputer documentation, consumption options (a snapshot): A4X by reservation alone, A4 and A3 Ultra not on demand",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      for (const { name, machine, capacity } of cluster.pools) {
        const offered = OFFERED.get(machine);
        if (offered === undefined || offered.includes(capacity.kind)) continue;
        yield {
          path: `${path}.pools.${name}.capacity`,
          observed: capacity.kind,
          message: `${machine} is not documented under the contract ${JSON.stringify(capacity.kind)}; it is under ${listed(offered)}`,
          hint: "confirm the contract with Google",
        };
      }
    }
  },
};
