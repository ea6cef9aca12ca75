import Big from "big.js";
import { acceleratorOf, sizePool } from "../catalog";
import { type Currency, type FleetSpec, type Guarantee, latest, leaseOf, type SiteSpec } from "../model";
import { type CostOptions, committedCost } from "./committed-cost";
import { isSigned } from "./exits";
import { guaranteedOn, guaranteeStart } from "./guarantee-amount";
import { premisesOf } from "./premises";
import { siteFigures } from "./site-figures";

/** What somebody is to the fleet. A role belongs to a contract or a site: one party may have many. */
export type Role =
  | "landlord"
  | "lender"
  | "obligor"
  | "issuer"
  | "contractor"
  | "operator"
  | "utility"
  | "cloudProvider"
  | "chipVendor";

/** An amount in one currency. */
export interface Amount {
  readonly currency: Currency;
  readonly amount: Big;
}

/** One role of one party at one site, or in one guarantee. */
export interface PartyRole {
  readonly party: string;
  readonly role: Role;
  /** The site or the guarantee. */
  readonly of: string;
  /** Sites that depend on it. */
  readonly sites: readonly string[];
  /** Whether it is agreed: what is proposed counts in no sum. */
  readonly counts: boolean;
  /** Accelerators it has made, of those machines that stand in the fleet. */
  readonly accelerators?: number;
  /** What is owed to it until one can leave. */
  readonly owedTo: readonly Amount[];
  /** What it has promised, or holds of one's own. */
  readonly owedBy: readonly Amount[];
}

/** The company behind a cloud. */
export const clouds = { aws: "Amazon", google: "Google", azure: "Microsoft" } as const;

/** Names under which the same party appears in contracts and catalogues. */
const aliases: Readonly<Record<string, string>> = {
  amazon: "Amazon",
  "amazon web services": "Amazon",
  aws: "Amazon",
  azure: "Microsoft",
  google: "Google",
  "google cloud": "Google",
  "google llc": "Google",
  microsoft: "Microsoft",
  "microsoft azure": "Microsoft",
  nvidia: "NVIDIA",
};

/** A party by one name, however it is written. */
export const partyName = (name: string): string => aliases[name.trim().toLowerCase()] ?? name.trim();

/** Every role of everybody who is named in the fleet, in the order of its sites and guarantees. */
export function partyRoles(fleet: FleetSpec, options: CostOptions): PartyRole[] {
  const sites = fleet.sites.filter((site) => !site.retired);
  return [
    ...sites.flatMap((site) => [...rolesInLease(site, options), ...rolesAtSite(site), ...chipVendors(site, options)]),
    ...fleet.guarantees.flatMap((guarantee) => obligor(guarantee, sites, options)),
  ].map((role) => ({ ...role, party: partyName(role.party) }));
}

/** Whether a site counts: all but those whose lease is not signed. */
export function isCommitted(site: SiteSpec): boolean {
  const lease = leaseOf(site);
  return lease === undefined || isSigned(lease.state);
}

/** Critical IT power of a site in kW: contracted where it is leased, else as stated. */
export function siteKW(site: SiteSpec, options: CostOptions): Big {
  const premises = premisesOf(site, options.machine);
  if (premises.length > 0 && premises.every(({ kW }) => kW !== undefined))
    return premises.reduce((sum, { kW }) => sum.plus(kW ?? 0), new Big(0));
  const figures = siteFigures(site, options.machine);
  return new Big((figures.criticalIT ?? figures.load).value).times(1000);
}

const nothing = { owedTo: [], owedBy: [] } as const;

function rolesInLease(site: SiteSpec, options: CostOptions): PartyRole[] {
  const lease = leaseOf(site);
  if (lease === undefined) return [];
  const at = { of: site.name, sites: [site.name], counts: isSigned(lease.state), ...nothing };
  const [earliest] = committedCost(site, options)?.exits ?? [];
  const owedTo = (earliest?.owed ?? []).map(({ currency, committed }) => ({ currency, amount: committed }));
  const issued = (lease.security ?? []).flatMap((each): PartyRole[] => {
    if (each.amount === undefined) return [];
    const owedBy = [{ currency: each.amount.currency, amount: new Big(each.amount.amount) }];
    // A deposit lies with the landlord; anything else is somebody's promise.
    if (each.kind === "deposit") return [{ ...at, party: lease.landlord, role: "landlord", owedBy }];
    return each.issuer === undefined ? [] : [{ ...at, party: each.issuer, role: "issuer", owedBy }];
  });
  const lender = lease.lender === undefined ? [] : [{ ...at, party: lease.lender, role: "lender" } as const];
  return [{ ...at, party: lease.landlord, role: "landlord", owedTo }, ...issued, ...lender];
}

function rolesAtSite(site: SiteSpec): PartyRole[] {
  const at = { of: site.name, sites: [site.name], counts: isCommitted(site), ...nothing };
  if (site.tenure === "cloud") return [{ ...at, party: clouds[site.provider], role: "cloudProvider" }];
  const utilities = site.utilities.map(({ utility }) => ({ ...at, party: utility, role: "utility" }) as const);
  if (site.tenure !== "partner") return utilities;
  return [
    ...utilities,
    { ...at, party: site.contractor, role: "contractor" },
    { ...at, party: site.operator ?? site.contractor, role: "operator" },
  ];
}

function chipVendors(site: SiteSpec, { machine: lookup }: CostOptions): PartyRole[] {
  const counts = new Map<string, number>();
  for (const pool of site.clusters.flatMap((cluster) => cluster.pools.map((each) => each))) {
    const machine = lookup(pool.machine);
    const vendor = machine === undefined ? undefined : acceleratorOf(machine)?.vendor;
    if (machine === undefined || vendor === undefined) continue;
    counts.set(vendor, (counts.get(vendor) ?? 0) + (sizePool(pool, machine)?.accelerators ?? 0));
  }
  return [...counts].map(([party, accelerators]) => ({
    party,
    role: "chipVendor",
    of: site.name,
    sites: [site.name],
    counts: isCommitted(site),
    accelerators,
    ...nothing,
  }));
}

/** What an obligor has promised: as it stands on the day, or on the first on which it covers. */
function obligor(guarantee: Guarantee, sites: readonly SiteSpec[], options: CostOptions): PartyRole[] {
  const start = guaranteeStart(guarantee, sites, options.machine);
  const day = latest(start, options.asOf);
  const one = day === undefined ? undefined : guaranteedOn(guarantee, start, day);
  const times = guarantee.allocation === "perLease" ? guarantee.sites.length : 1;
  const { amount } = guarantee;
  return [
    {
      party: guarantee.obligor,
      role: "obligor",
      of: guarantee.name,
      sites: guarantee.sites.filter((name) => sites.some((site) => site.name === name)),
      counts: isSigned(guarantee.state),
      owedTo: [],
      owedBy:
        one === undefined || amount === undefined ? [] : [{ currency: amount.currency, amount: one.times(times) }],
    },
  ];
}
