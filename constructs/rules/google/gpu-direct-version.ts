import { type GpuTransport, gpuInterfacesOf } from "../../ledger/google-gpu-networks";
import type { Rule } from "../rule";
import { googleClusters, poolsCalled } from "../walk";
import { isBefore, minorOf } from "./versions";

/** The first version of each minor one with GPUDirect; later minor ones have it from their beginning. */
const FIRST: Readonly<Partial<Record<GpuTransport, readonly string[]>>> = {
  TCPX: ["1.27.16-gke.2874000", "1.28.15-gke.3163000", "1.29.15-gke.2467000"],
  TCPXO: [
    "1.28.15-gke.3163000",
    "1.29.15-gke.2467000",
    "1.30.14-gke.1922000",
    "1.31.14-gke.1243000",
    "1.32.11-gke.1174000",
  ],
};

export const googleGpuDirectVersion: Rule = {
  id: "GCP-GPU-03",
  title: "a cluster with GPUDirect-TCPX or -TCPXO runs a version of GKE in which it works",
  severity: "warning",
  formula: `version, as far as it is stated, >= that of its minor version: TCPX ${FIRST.TCPX?.join(", ")}; TCPXO ${FIRST.TCPXO?.join(", ")}`,
  source: "Cluster Toolkit, gke-node-pool: versions that its NCCL plugins are tested with",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      const { version } = cluster.scheduler;
      if (version === undefined || cluster.network.gpu === undefined) continue;
      for (const transport of ["TCPX", "TCPXO"] as const) {
        const pools = cluster.pools.filter((pool) => gpuInterfacesOf(pool.machine)?.transport === transport);
        const known = FIRST[transport] ?? [];
        const first = known.find((each) => minorOf(each) === minorOf(version)) ?? known[0];
        if (pools.length === 0 || first === undefined || !isBefore(version, first)) continue;
        yield {
          path: `${path}.scheduler.version`,
          observed: version,
          limit: first,
          message: `GPUDirect-${transport} (${poolsCalled(pools.map(({ name }) => name))}) is known to work from GKE ${first}; got ${JSON.stringify(version)}`,
          hint: `write ${JSON.stringify(minorOf(first))} or later`,
        };
      }
    }
  },
};
