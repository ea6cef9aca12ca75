import { phasesOf, type SiteSpec } from "../model";
import { clusterName, nodePoolNames, stackNames } from "./cloud-names";
import type { Report, Rule, RuleContext } from "./rule";
import { googleClusters, machineAt, phasesPath, sites } from "./walk";

export const namesUnique: Rule = {
  id: "NAME-1",
  title: "names are unique where they are looked up: sites, clusters, pools, halls, phases, stacks, ...",
  severity: "error",
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
      "machines",
      "defined machine",
      fleet.machines.map((machine) => machine.type),
    );
    for (const { site, path } of sites(context)) {
      yield* repeated(
        context,
        `${path}.clusters`,
        "cluster of the site",
        site.clusters.map((cluster) => cluster.name),
      );
      for (const cluster of site.clusters) {
        const list = `${path}.clusters.${cluster.name}.pools`;
        yield* repeated(
          context,
          list,
          "pool of the cluster",
          cluster.pools.map((pool) => pool.name),
        );
      }
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
    }
    yield* sharedByClusters(context);
    yield* sharedNodePools(context);
  },
};

function* repeated(context: RuleContext, list: string, what: string, names: readonly string[]): Generator<Report> {
  for (const name of new Set(names)) {
    const places = names.flatMap((each, index) => (each === name ? [index] : []));
    if (places.length < 2) continue;
    // Where an item was left out, the positions are not those of the author.
    const at = context.lacksItems(list) ? "" : ` (positions ${places.map((place) => place + 1).join(", ")})`;
    yield {
      path: list === "machines" ? `machines[${places[1]}].type` : `${list}.${name}[${places[1]}]`,
      observed: places.length,
      limit: 1,
      message: `the name ${JSON.stringify(name)} stands ${places.length} times${at}; each ${what} needs a name of its own`,
      hint: "rename all but one",
    };
  }
}

/** Names made of a site's and a cluster's: `a` + `b-c` and `a-b` + `c` are one name. */
function* sharedByClusters(context: RuleContext): Generator<Report> {
  const owners = new Map<string, { readonly site: string; readonly path: string }>();
  const claim = function* (kind: string, key: string, name: string, site: SiteSpec, path: string): Generator<Report> {
    const first = owners.get(`${kind}\0${key}\0${name}`);
    if (first === undefined) owners.set(`${kind}\0${key}\0${name}`, { site: site.name, path });
    else if (first.site !== site.name) {
      const message = `the ${kind} of ${path} is named ${JSON.stringify(name)}, as is that of ${first.path}`;
      yield {
        path,
        observed: name,
        message: `${message}; site and cluster names together must be unique`,
        hint: "rename the cluster or the site",
      };
    }
  };
  for (const { site, path } of sites(context)) {
    const perCluster = site.tenure === "cloud" && site.provider !== "azure" && site.stacks === "perCluster";
    for (const [index, stack] of stackNames(site).entries()) {
      const cluster = perCluster ? site.clusters[index] : undefined;
      yield* claim("stack", "", stack, site, cluster === undefined ? path : `${path}.clusters.${cluster.name}`);
    }
    if (perCluster || site.tenure !== "cloud" || site.provider === "azure") continue;
    const account = site.provider === "aws" ? site.account : site.project;
    for (const cluster of site.clusters) {
      yield* claim("cloud's cluster", account, clusterName(site, cluster), site, `${path}.clusters.${cluster.name}`);
    }
  }
}

/** The slices of a pool `a` are `a-000`, `a-001`, ...: a pool of such a name collides with them. */
function* sharedNodePools(context: RuleContext): Generator<Report> {
  for (const { site, cluster, path } of googleClusters(context)) {
    const owners = new Map<string, string>();
    for (const pool of cluster.pools) {
      const names = nodePoolNames(pool, machineAt(context, site, pool.machine));
      const taken = names.find((name) => (owners.get(name) ?? pool.name) !== pool.name);
      for (const name of names) owners.set(name, owners.get(name) ?? pool.name);
      if (taken === undefined) continue;
      const message = `the node pool ${JSON.stringify(taken)} of GKE would belong to the pools ${owners.get(taken)} and ${pool.name}`;
      yield { path: `${path}.pools.${pool.name}`, observed: taken, message, hint: "rename one of the two pools" };
    }
  }
}
