import { clustersNeeded, isSpread, MOST_CLUSTERS, spreadName } from "../ledger";
import {
  type AwsSiteSpec,
  clustersOf,
  type GoogleSiteSpec,
  type PhysicalSiteSpec,
  phasesOf,
  type SiteSpec,
  typeStep,
} from "../model";
import { sharedInAzure } from "./azure/azure-name-clashes";
import { sharedInGoogle } from "./google/google-name-clashes";
import { keyedLists } from "./keyed-lists";
import { sharedByClusters, sharedNodeGroups, sharedNodePools } from "./name-clashes";
import type { Report, Rule, RuleContext } from "./rule";
import { allSites, phasesPath } from "./walk";

export const namesUnique: Rule = {
  id: "NAME-1",
  title:
    "names are unique where they are looked up: sites, clusters, pools, file systems, buckets, halls, phases, stacks, ...",
  severity: "error",
  structural: true,
  source: "the fleet document, whose parts refer to each other by name; AWS IAM and GKE, where equal names collide",
  *check(context) {
    const { fleet } = context;
    yield* repeated(
      context,
      "sites",
      "site of the fleet",
      fleet.sites.map((site) => site.name),
    );
    yield* repeated(
      context,
      "guarantees",
      "guarantee",
      fleet.guarantees.map((guarantee) => guarantee.name),
    );
    yield* repeated(
      context,
      "demands",
      "demand",
      fleet.demands.map((demand) => demand.name),
    );
    yield* repeated(
      context,
      "interconnects",
      "interconnect",
      fleet.interconnects.map((interconnect) => interconnect.name),
    );
    yield* repeated(
      context,
      "machines",
      "defined machine",
      fleet.machines.map((machine) => machine.type),
    );
    for (const [index, { site, path }] of [...allSites(context)].entries()) {
      yield* clusterNames(context, context.authored.sites[index] ?? site, path);
      for (const cluster of site.clusters) {
        const list = `${path}.clusters.${cluster.name}.pools`;
        yield* repeated(
          context,
          list,
          "pool of the cluster",
          cluster.pools.map((pool) => pool.name),
        );
        if (site.tenure !== "cloud")
          yield* inLists(context, cluster.scheduler, `${path}.clusters.${cluster.name}.scheduler`, []);
      }
      if (site.tenure === "cloud" && site.provider !== "azure") yield* storage(context, site, path);
      if (site.tenure === "cloud" && site.provider === "google") yield* exclusions(context, site, path);
      if (site.tenure === "cloud") continue;
      yield* repeated(
        context,
        `${path}.halls`,
        "hall of the site",
        site.halls.map((hall) => hall.name),
      );
      yield* repeated(
        context,
        phasesPath(site),
        "phase of the site",
        phasesOf(site).map((phase) => phase.id),
      );
      yield* inParts(context, site, path);
    }
    for (const part of ["rackTypes", "deviceTypes", "policy"] as const) yield* inLists(context, fleet[part], part, []);
    yield* sharedByClusters(context);
    yield* sharedNodePools(context);
    yield* sharedNodeGroups(context);
    yield* sharedInAzure(context);
    yield* sharedInGoogle(context);
  },
};

/** Lists of a site that is not a cloud, beside those above and what planning has allocated: its own rules speak of that. */
function* inParts(context: RuleContext, site: PhysicalSiteSpec, path: string): Generator<Report> {
  const told = [`${path}.halls`, phasesPath(site)];
  yield* inLists(context, site, path, told, ["clusters", "allocation"]);
}

function* inLists(
  context: RuleContext,
  value: unknown,
  path: string,
  told: readonly string[],
  skipped: readonly string[] = [],
): Generator<Report> {
  for (const list of keyedLists(value, path, skipped)) {
    if (told.includes(list.path)) continue;
    yield* repeated(context, list.path, `item of ${list.path.split(".").at(-1)}`, list.names);
  }
}

/** The clusters of a site as they were written, and the names that those of a spread one get. */
function* clusterNames(context: RuleContext, written: SiteSpec, path: string): Generator<Report> {
  const names = clustersOf(written).map((cluster) => cluster.name);
  yield* repeated(context, `${path}.clusters`, "cluster of the site", names);
  if (written.tenure !== "cloud") return;
  for (const cluster of written.clusters) {
    if (!isSpread(cluster)) continue;
    // Of more clusters than are written out, the rule SPREAD-1 reports the number.
    const last = Math.min(clustersNeeded(cluster), MOST_CLUSTERS);
    for (let number = 2; number <= last; number++) {
      const name = spreadName(cluster.name, number);
      if (!names.includes(name)) continue;
      yield {
        path: `${path}.clusters.${name}`,
        observed: name,
        message: `${cluster.name} is spread over ${clustersNeeded(cluster)} clusters, and has the name ${JSON.stringify(name)} for number ${number}`,
        hint: "give this cluster another name",
      };
    }
  }
}

function* storage(context: RuleContext, site: AwsSiteSpec | GoogleSiteSpec, path: string): Generator<Report> {
  const buckets = (site.buckets ?? []).map((bucket) => bucket.name);
  yield* repeated(context, `${path}.buckets`, "bucket of the site", buckets);
  for (const cluster of site.clusters) {
    const names = (cluster.storage ?? []).map((fileSystem) => fileSystem.name);
    yield* repeated(context, `${path}.clusters.${cluster.name}.storage`, "file system of the cluster", names);
  }
}

function* exclusions(context: RuleContext, site: GoogleSiteSpec, path: string): Generator<Report> {
  for (const { name, maintenance } of site.clusters) {
    const names = (maintenance?.exclusions ?? []).map((exclusion) => exclusion.name);
    yield* repeated(context, `${path}.clusters.${name}.maintenance.exclusions`, "exclusion of the cluster", names);
  }
}

function* repeated(context: RuleContext, list: string, what: string, names: readonly string[]): Generator<Report> {
  const all = new Set(names);
  if (all.size === names.length) return;
  for (const name of all) {
    const places = names.flatMap((each, index) => (each === name ? [index] : []));
    if (places.length < 2) continue;
    // Where an item was left out, the positions are not those of the author.
    const at = context.lacksItems(list) ? "" : ` (positions ${places.map((place) => place + 1).join(", ")})`;
    yield {
      path: list === "machines" ? `machines${typeStep(name)}[${places[1]}].type` : `${list}.${name}[${places[1]}]`,
      observed: places.length,
      limit: 1,
      message: `the name ${JSON.stringify(name)} stands ${places.length} times${at}; each ${what} needs a name of its own`,
      hint: "rename all but one",
    };
  }
}
