import { leaseOf } from "../model";
import { concentration } from "./guarantee-concentration";
import type { Rule } from "./rule";

export const guaranteeObligor: Rule = {
  id: "GUAR-2",
  title:
    "who guarantees a lease is neither its landlord nor its tenant, and nobody stands for more than the policy allows, in all roles together",
  severity: "error",
  formula:
    "obligor not in {landlord, tenant}; sum of what a party has promised <= policy.mostExposure; rent it stands for / rent of the fleet <= policy.mostObligorShare (warnings)",
  source: "law of suretyship: a guarantee is a third party's promise; limits of the policy",
  *check(context) {
    const { organisation, sites, guarantees } = context.fleet;
    for (const { name, obligor, sites: covered } of guarantees) {
      for (const site of sites.filter((each) => covered.includes(each.name))) {
        const lease = leaseOf(site);
        if (lease === undefined) continue;
        // A tenant that was left out for its form is not the organisation.
        const tenant = lease.tenant ?? (context.isPartial(`sites.${site.name}`) ? undefined : organisation);
        const role = isSame(obligor, lease.landlord) ? "landlord" : isSame(obligor, tenant) ? "tenant" : undefined;
        if (role === undefined) continue;
        yield {
          path: `guarantees.${name}.obligor`,
          observed: obligor,
          message: `${obligor} is the ${role} of ${site.name} itself and cannot guarantee its lease`,
          hint: "name the third party that promises",
        };
      }
    }
    yield* concentration(context);
  },
};

const isSame = (a: string, b: string | undefined): boolean => a.trim().toLowerCase() === b?.trim().toLowerCase();
