import { didYouMean, phasesOf } from "../model";
import { treeTroubles } from "../owned/power/troubles";
import { rackSupplyPlaces } from "./rack-supply-places";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, physicalSites } from "./walk";

export const powerTree: Rule = {
  id: "PWR-12",
  title: "the power topology can be followed from each load to its sources, and what it names is there",
  severity: "error",
  source: "the fleet document: a node's parents, groups, hall, phase and utility service are named by their ids",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      const { powerTopology: topology } = site;
      if (topology === undefined || context.isPartial(`${path}.powerTopology`)) continue;
      for (const { path: below, isWarning, ...rest } of treeTroubles(topology))
        yield {
          path: `${path}.powerTopology.${below}`,
          ...(isWarning ? { severity: "warning" as const } : {}),
          ...rest,
        };
      yield* rackSupplyPlaces(context, site, path);
      const halls = { what: "hall", names: site.halls.map(({ name }) => name), list: `${path}.halls` };
      const phases = { what: "phase", names: phasesOf(site).map(({ id }) => id), list: `${path}.phases` };
      const services = {
        what: "utility service",
        names: site.utilities.map(({ name }) => name),
        list: `${path}.utilities`,
      };
      const places = [
        ...topology.nodes.map((node) => ({ ...node, at: `nodes.${node.id}` })),
        ...topology.loads.map((load) => ({ ...load, service: undefined, at: `loads.${load.id}` })),
        ...topology.rackSupplies.map(({ hall, id }) => ({
          hall,
          phase: undefined,
          service: undefined,
          at: `rackSupplies.${id}`,
        })),
      ];
      for (const { at, hall, phase, service } of places) {
        const place = `${path}.powerTopology.${at}`;
        yield* named(context, `${place}.hall`, hall, halls);
        yield* named(context, `${place}.phase`, phase, phases);
        yield* named(context, `${place}.service`, service, services);
      }
      for (const { name, gridOperator, gridOperatorName } of site.utilities) {
        if (gridOperator !== "other" || gridOperatorName !== undefined) continue;
        yield {
          path: `${path}.utilities.${name}.gridOperatorName`,
          message: 'a grid operator that is "other" must be named',
        };
      }
    }
  },
};

interface Named {
  readonly what: string;
  readonly names: readonly string[];
  readonly list: string;
}

function* named(
  context: RuleContext,
  path: string,
  name: string | undefined,
  { what, names, list }: Named,
): Generator<Report> {
  if (name === undefined || names.includes(name) || context.lacksItems(list)) return;
  yield {
    path,
    observed: name,
    message: `the site has no ${what} ${JSON.stringify(name)}`,
    ...hinted(didYouMean(name, names)),
  };
}
