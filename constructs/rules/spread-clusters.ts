import { clustersNeeded, eachRangesOf, isSpread, MOST_CLUSTERS, spreadCount } from "../ledger";
import type { AwsCluster, AzureCluster, GoogleCluster } from "../model";
import { counted } from "./node-counts";
import type { Report, Rule } from "./rule";

type CloudCluster = AwsCluster | GoogleCluster | AzureCluster;

export const spreadClusters: Rule = {
  id: "SPREAD-1",
  title: "a cluster that is spread has a range for each of the clusters it becomes",
  severity: "error",
  structural: true,
  formula:
    "ranges of that length in each range of the network >= max over pools of ceil(count / perCluster), and the retired; at most 1,000",
  source: "address ranges, of which two clusters that reach each other share none",
  *check({ authored, isPartial }) {
    for (const site of authored.sites) {
      const path = `sites.${site.name}`;
      if (site.tenure !== "cloud") continue;
      if ("network" in site) yield* misplaced(site.network, `${path}.network`);
      for (const cluster of site.clusters) {
        const place = `${path}.clusters.${cluster.name}`;
        if (isPartial(place)) continue;
        if (isSpread(cluster)) yield* roomFor(cluster, place);
        else {
          yield* misplaced(cluster.network, `${place}.network`);
          yield* numbersOfNone(cluster, place);
        }
      }
    }
  },
};

function* roomFor(cluster: CloudCluster, path: string): Generator<Report> {
  const needed = clustersNeeded(cluster);
  if (needed > MOST_CLUSTERS) {
    yield {
      path,
      observed: needed,
      limit: MOST_CLUSTERS,
      unit: "clusters",
      message: `${cluster.name} becomes ${counted(needed)} clusters${why(cluster)}; at most ${counted(MOST_CLUSTERS)} are written out`,
      hint: "check count, perCluster and the numbers in retired, or declare several clusters that are spread",
    };
    return;
  }
  const ranges = eachRangesOf(cluster.network);
  if (needed > 1 && ranges.length === 0) {
    yield {
      path: `${path}.network`,
      observed: needed,
      limit: 1,
      unit: "clusters",
      message: `${cluster.name} becomes ${needed} clusters, and its network gives all of them the same ranges`,
      hint: `give it ranges for each: ${isOfGoogle(cluster) ? `clusterRanges(..., { clusters: ${needed} }), or ` : ""}eachRange("10.16.0.0/12", 16)`,
    };
  }
  for (const [text, room] of new Map(ranges.map((range) => [range.text, range.room]))) {
    if (needed <= room) continue;
    yield {
      path: `${path}.network`,
      observed: needed,
      limit: room,
      unit: "clusters",
      message: `${cluster.name} becomes ${needed} clusters${why(cluster)}; "${text}" has room for ${counted(room)}`,
      hint: "begin from a wider range that the narrower one begins, so that no cluster's range moves, or raise perCluster before the first deploy",
    };
  }
}

const isOfGoogle = ({ network }: CloudCluster): boolean => network !== undefined && "controlPlane" in network;

/** The pool that needs the most clusters, as it was written. */
function why(cluster: CloudCluster): string {
  const [largest] = cluster.pools
    .filter((pool) => pool.perCluster !== undefined)
    .sort((a, b) => spreadCount(b) / (b.perCluster ?? 1) - spreadCount(a) / (a.perCluster ?? 1));
  return largest?.perCluster === undefined
    ? ""
    : ` (${largest.name}: ${counted(spreadCount(largest))} at ${counted(largest.perCluster)} a cluster)`;
}

function* misplaced(network: unknown, path: string): Generator<Report> {
  for (const { text } of eachRangesOf(network)) {
    yield {
      path,
      observed: text,
      message: `"${text}" gives a range to each cluster of one that is spread, and no cluster is spread here`,
      hint: "give a pool of the cluster perCluster, or write the range itself",
    };
  }
}

function* numbersOfNone(cluster: CloudCluster, path: string): Generator<Report> {
  if (!Array.isArray(cluster.retired)) return;
  yield {
    path: `${path}.retired`,
    observed: cluster.retired.join(", "),
    message: `names clusters by number, and ${cluster.name} is not spread: it is one`,
    hint: "write retired: true",
  };
}
