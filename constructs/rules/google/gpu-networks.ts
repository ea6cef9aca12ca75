import { gpuInterfacesOf, gpuNetworks, gpuSubnetPrefix } from "../../ledger/google-gpu-networks";
import { overlap, parseRange } from "../../model";
import { addressesIn, counted, nodesOf, rangeFor } from "../node-counts";
import type { Report, Rule } from "../rule";
import { googleClusters, listed } from "../walk";

/** Addresses that Google keeps in each subnetwork. */
const RESERVED = 4;

export const googleGpuNetworks: Rule = {
  id: "GCP-GPU-01",
  title: "GPU machines have a subnetwork for each of their further interfaces, in one zone where they use RDMA",
  severity: "error",
  formula: "size of gpu / 32 - 4 >= machines of the cluster in that subnetwork; zones of pools with RDMA = 1",
  source:
    "GKE documentation, GPUDirect and multi-networking; Google VPC documentation, RDMA network profiles: a profile belongs to a zone; Cluster Toolkit, examples gke-a3-highgpu to gke-a4x",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      const pools = cluster.pools.filter((pool) => gpuInterfacesOf(pool.machine) !== undefined);
      const { gpu, services } = cluster.network;
      const range = gpu === undefined ? undefined : parseRange(gpu);
      if (gpu === undefined || range === undefined) {
        for (const pool of pools) {
          if ((pool.count ?? 0) < 2) continue;
          yield {
            path: `${path}.network.gpu`,
            severity: "warning",
            observed: pool.count ?? 0,
            limit: 1,
            unit: "machines",
            message: `the ${counted(pool.count ?? 0)} machines of ${pool.name} (${pool.machine}) talk over the cluster's VPC alone, without GPUDirect: the network states no range for their further interfaces`,
            hint: `state gpu in the network, for example a ${rangeFor(32 * ((pool.count ?? 0) + RESERVED))}`,
          };
        }
        continue;
      }
      for (const network of gpuNetworks(site, cluster)) {
        const users = pools.filter((pool) => {
          const one = { ...cluster, pools: [pool] };
          return gpuNetworks(site, one).some(({ name }) => name === network.name);
        });
        const observed = nodesOf(context, site, users);
        const limit = addressesIn(network.cidr ?? "") - RESERVED;
        if (observed <= limit) continue;
        yield {
          path: `${path}.network.gpu`,
          observed,
          limit: Math.max(0, limit),
          unit: "machines",
          message: `${gpu} is cut into 32 subnetworks of /${gpuSubnetPrefix(range.prefix)}, each for ${counted(Math.max(0, limit))} machines; ${counted(observed)} of ${listed(users.map(({ name }) => name))} have an interface in ${network.name}`,
          hint: `a ${rangeFor(32 * 2 ** Math.ceil(Math.log2(observed + RESERVED)))} is enough`,
        };
        break;
      }
      const other = parseRange(services);
      if (other !== undefined && overlap(range, other)) {
        yield {
          path: `${path}.network.gpu`,
          observed: gpu,
          limit: services,
          message: `${gpu} overlaps ${path}.network.services (${services}), and GKE takes no further network that does`,
        };
      }
      yield* oneZone(pools, path);
    }
  },
};

function* oneZone(
  pools: readonly { readonly name: string; readonly machine: string; readonly capacity: { readonly zone: string } }[],
  path: string,
): Generator<Report> {
  const [first, ...others] = pools.filter((pool) => (gpuInterfacesOf(pool.machine)?.rdma ?? 0) > 0);
  for (const pool of others) {
    if (first === undefined || pool.capacity.zone === first.capacity.zone) continue;
    yield {
      path: `${path}.pools.${pool.name}.capacity.zone`,
      observed: pool.capacity.zone,
      limit: first.capacity.zone,
      message: `the RDMA network of a cluster belongs to one zone, ${first.capacity.zone} for ${first.name}; ${pool.name} stands in ${pool.capacity.zone}`,
      hint: "put the pool into a cluster of its own",
    };
  }
}
