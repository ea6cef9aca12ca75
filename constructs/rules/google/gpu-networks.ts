import { gpuInterfacesOf, gpuNetworks, gpuSubnetPrefix } from "../../ledger/google-gpu-networks";
import { type GoogleCluster, type GooglePool, type GoogleSiteSpec, overlap, parseRange } from "../../model";
import { addressesIn, counted, nodesOf, rangeFor } from "../node-counts";
import type { Report, Rule, RuleContext } from "../rule";
import { googleClusters, listed } from "../walk";

/** Addresses that Google keeps in each subnetwork, and the prefix of the smallest one. Source: Google VPC documentation, subnets. */
const RESERVED = 4;
const SMALLEST_SUBNET = 29;

export const googleGpuNetworks: Rule = {
  id: "GCP-GPU-01",
  title: "GPU machines have a subnetwork for each of their further interfaces, in one zone where they use RDMA",
  severity: "error",
  formula:
    "size of gpu / 32 >= 8; size of gpu / 32 - 4 >= machines of the cluster in that subnetwork; zones of pools with RDMA = 1",
  source:
    "GKE documentation, GPUDirect and multi-networking; Google VPC documentation, RDMA network profiles: a profile belongs to a zone; Cluster Toolkit, examples gke-a3-highgpu to gke-a4x",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      const pools = cluster.pools.filter((pool) => gpuInterfacesOf(pool.machine) !== undefined);
      const { gpu, services } = cluster.network;
      const range = gpu === undefined ? undefined : parseRange(gpu);
      const at = `${path}.network.gpu`;
      if (gpu === undefined || range === undefined) {
        yield* withoutRange(pools, at);
        continue;
      }
      if (gpuSubnetPrefix(range.prefix) > SMALLEST_SUBNET) yield tooNarrow(gpu, range.prefix, at);
      else yield* tooFewAddresses(context, site, { ...cluster, pools }, gpu, at);
      const other = parseRange(services);
      if (other !== undefined && overlap(range, other)) {
        yield {
          path: at,
          observed: gpu,
          limit: services,
          message: `${gpu} overlaps ${path}.network.services (${services}), and GKE takes no further network that does`,
        };
      }
      yield* oneZone(pools, path);
    }
  },
};

function* withoutRange(pools: readonly GooglePool[], path: string): Generator<Report> {
  for (const { name, machine, count = 0 } of pools) {
    if (count < 2) continue;
    yield {
      path,
      severity: "warning",
      observed: count,
      limit: 1,
      unit: "machines",
      message: `the ${counted(count)} machines of ${name} (${machine}) talk over the cluster's VPC alone, without GPUDirect: the network states no range for their further interfaces`,
      hint: `state gpu in the network, for example a ${rangeFor(32 * (count + RESERVED))}`,
    };
  }
}

function tooNarrow(gpu: string, prefix: number, path: string): Report {
  const widest = SMALLEST_SUBNET - gpuSubnetPrefix(0);
  return {
    path,
    observed: prefix,
    limit: widest,
    unit: "prefix length",
    message: `the range is cut into 32 subnetworks, of which the smallest is a /${SMALLEST_SUBNET}; got ${gpu}`,
    hint: `a /${widest} is the narrowest, for ${2 ** (32 - SMALLEST_SUBNET) - RESERVED} machines`,
  };
}

/** The first subnetwork that does not hold its machines: the others have about as many. */
function* tooFewAddresses(
  context: RuleContext,
  site: GoogleSiteSpec,
  cluster: GoogleCluster,
  gpu: string,
  path: string,
): Generator<Report> {
  for (const network of gpuNetworks(site, cluster)) {
    const users = cluster.pools.filter((pool) =>
      gpuNetworks(site, { ...cluster, pools: [pool] }).some(({ name }) => name === network.name),
    );
    const observed = nodesOf(context, site, users);
    const limit = addressesIn(network.cidr ?? "") - RESERVED;
    if (observed <= limit) continue;
    const prefix = network.cidr?.split("/")[1];
    yield {
      path,
      observed,
      limit,
      unit: "machines",
      message: `${gpu} is cut into 32 subnetworks of /${prefix}, each for ${counted(limit)} machines; ${counted(observed)} of ${listed(users.map(({ name }) => name))} have an interface in ${network.name}`,
      hint: `a ${rangeFor(32 * 2 ** Math.ceil(Math.log2(observed + RESERVED)))} is enough`,
    };
    return;
  }
}

function* oneZone(pools: readonly GooglePool[], path: string): Generator<Report> {
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
