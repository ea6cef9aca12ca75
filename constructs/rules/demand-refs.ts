import { accelerators } from "../catalog";
import { scenariosOf } from "../ledger/capacity";
import { BASE_SCENARIO, compareDates, didYouMean, subdivisionsOf } from "../model";
import { countries } from "../model/iso-3166";
import { hintFor } from "./known-names";
import type { Report, Rule, RuleContext } from "./rule";

const countryCodes = Object.keys(countries);

export const demandRefs: Rule = {
  id: "DEMAND-3",
  title: "demand and scenarios name accelerators, sites, demands and scenarios that exist",
  severity: "error",
  source: "the catalogue, and the fleet itself",
  *check(context) {
    yield* ofDemands(context);
    yield* ofScenarios(context);
    yield* ofPlanning(context);
  },
};

function* ofDemands({ fleet, lacksItems }: RuleContext): Generator<Report> {
  const known = [...Object.keys(accelerators), ...fleet.machines.map(({ accelerator }) => accelerator)];
  const sites = fleet.sites.map(({ name }) => name);
  for (const demand of fleet.demands) {
    const at = `demands.${demand.name}`;
    const seen = new Set<string>();
    for (const [index, { accelerator }] of demand.servedBy.entries()) {
      const path = `${at}.servedBy[${index}]`;
      if (!known.includes(accelerator) && !lacksItems("machines")) {
        const message = `${JSON.stringify(accelerator)} is no accelerator of the catalogue or of the fleet's machines`;
        yield { path: `${path}.accelerator`, observed: accelerator, message, ...hintFor(accelerator, known) };
      }
      if (seen.has(accelerator)) {
        const message = `${JSON.stringify(accelerator)} is listed twice: which throughput holds?`;
        yield { path: `${path}.accelerator`, observed: accelerator, message };
      }
      seen.add(accelerator);
    }
    for (const [index, code] of (demand.jurisdictions ?? []).entries()) {
      const country = code.slice(0, 2);
      const codes = code.length === 2 ? countryCodes : subdivisionsOf(country);
      if (codes.includes(code) || (code.length > 2 && codes.length === 0 && countryCodes.includes(country))) continue;
      const message = `there is no ${code.length === 2 ? "country" : "subdivision"} ${JSON.stringify(code)} in ISO 3166`;
      yield { path: `${at}.jurisdictions[${index}]`, observed: code, message, ...near(code, codes) };
    }
    for (const [index, site] of (demand.sites ?? []).entries()) {
      if (sites.includes(site) || lacksItems("sites")) continue;
      const message = `there is no site ${JSON.stringify(site)}`;
      yield { path: `${at}.sites[${index}]`, observed: site, message, ...hintFor(site, sites) };
    }
  }
}

function* ofScenarios({ fleet, lacksItems }: RuleContext): Generator<Report> {
  const stated = [...new Set(fleet.demands.map(({ scenario }) => scenario))];
  const demands = fleet.demands.map(({ name }) => name);
  for (const { name, of, factors, demands: named = [] } of fleet.scenarios) {
    const at = `scenarios.${name}`;
    if (name === BASE_SCENARIO) {
      yield { path: at, observed: name, message: "base is what others are multiples of; give this one another name" };
    }
    if (!stated.includes(of) && !lacksItems("demands")) {
      const message = `no demand states the scenario ${JSON.stringify(of)}, so that there is nothing to multiply`;
      yield { path: `${at}.of`, observed: of, message, ...hintFor(of, stated) };
    }
    for (const [index, demand] of named.entries()) {
      if (demands.includes(demand) || lacksItems("demands")) continue;
      const message = `there is no demand ${JSON.stringify(demand)}`;
      yield { path: `${at}.demands[${index}]`, observed: demand, message, ...hintFor(demand, demands) };
    }
    for (const [index, { from }] of factors.entries()) {
      const before = factors[index - 1]?.from;
      if (before === undefined || compareDates(from, before) > 0) continue;
      const message = `this factor is from ${from}, the one before it from ${before}; each must be later than the last`;
      yield { path: `${at}.factors[${index}].from`, observed: from, limit: before, message };
    }
  }
}

function* ofPlanning({ fleet, lacksItems }: RuleContext): Generator<Report> {
  const { spares, failed, maintenance } = fleet.policy.outOfService;
  const out = Number((spares + failed + maintenance).toPrecision(12));
  if (out >= 1) {
    const message = `spares, failures and maintenance together are ${out} of the accelerators, which leaves none that takes work`;
    yield { path: "policy.outOfService", observed: out, limit: 1, message };
  }
  const known = scenariosOf(fleet);
  for (const [index, { name }] of (fleet.planning?.scenarios ?? []).entries()) {
    if (known.includes(name) || lacksItems("demands") || lacksItems("scenarios")) continue;
    const message = `no demand has the scenario ${JSON.stringify(name)}, so that there is nothing to plan for`;
    yield { path: `planning.scenarios[${index}].name`, observed: name, message, ...hintFor(name, known) };
  }
  const currency = fleet.planning?.currency;
  for (const { name, price } of fleet.offers) {
    if (currency === undefined || price.currency === currency) continue;
    yield {
      path: `offers.${name}.price.currency`,
      observed: price.currency,
      limit: currency,
      message: `additions are planned in ${currency}, and nothing here exchanges one currency for another`,
    };
  }
}

/** Of 250 countries only one that is meant is named. */
const near = (code: string, codes: readonly string[]): { readonly hint?: string } => {
  const hint = didYouMean(code, codes);
  return hint === undefined ? {} : { hint };
};
