import type { Exhausted } from "../owned/allocation/plan-subnets";
import { plannedSites } from "./planning";
import type { Report, Rule } from "./rule";

export const addressesSuffice: Rule = {
  id: "ALLOC-1",
  title: "every machine and switch that is placed gets its addresses and its number",
  severity: "error",
  layer: "fabric",
  formula: "subnets, or numbers, that are wanted <= those of the network, or of the range",
  source: "the fleet document: an address plan gives each rack, hall and switch its own, and none twice",
  *check(context) {
    for (const { path, plan } of plannedSites(context))
      for (const exhausted of plan.exhausted) yield report(path, exhausted);
  },
};

function report(path: string, { kind, name, what, wanted, given, prefix }: Exhausted): Report {
  if (kind === "asns")
    return {
      path: `${path}.addressPlan.asns.${name}.last`,
      observed: wanted,
      limit: given,
      unit: "numbers",
      message: `the range ${name} is used up: ${what} ${needs(what)} ${wanted} more, ${given} ${given === 1 ? "is" : "are"} left`,
      hint: "a number is never given out twice: raise last, or take a range of 4-byte numbers, 4200000000 to 4294967294; the private 2-byte ones are 1,023",
    };
  const at = `${path}.addressPlan.networks.${name}`;
  if (prefix === undefined)
    return {
      path: `${at}.subnetPrefix`,
      observed: wanted,
      limit: given,
      unit: "subnets",
      message: `a subnet of the network ${name} does not hold what stands in one rack of ${what}`,
      hint: "give it a shorter subnetPrefix: a smaller number is a larger subnet",
    };
  return {
    path: `${at}.cidrs`,
    observed: wanted,
    limit: given,
    unit: `subnets of /${prefix}`,
    message: `the network ${name} is used up: ${what} ${needs(what)} ${wanted} ${wanted === 1 ? "subnet" : "subnets"} of /${prefix}, and ${given === 1 ? "one is" : `${given === 0 ? "none" : given} are`} there`,
    hint: "add a range at the end of cidrs: what has been given out stays where it is",
  };
}

const needs = (what: string): string => (what.startsWith("hall") ? "needs" : "need");
