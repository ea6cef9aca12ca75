import Big from "big.js";
import type { FleetSpec } from "../model";
import type { CostOptions } from "./committed-cost";
import { type Amount, isCommitted, type PartyRole, partyRoles, siteKW } from "./party-roles";

/** What the fleet has with one party, in all its roles together. */
export interface Exposure {
  readonly party: string;
  readonly roles: readonly PartyRole[];
  /** Sites that depend on it in any role but that of a maker of chips. */
  readonly sites: readonly string[];
  /** Critical IT power of those sites, each counted once, in kW. */
  readonly kW: number;
  /** Of the committed critical IT power of the fleet, 0 to 1. */
  readonly powerShare: number;
  /** Accelerators it has made. */
  readonly accelerators: number;
  /** Of the accelerators of the fleet, 0 to 1. */
  readonly acceleratorShare: number;
  /** What is owed to it until each lease can first be left, by currency. */
  readonly owedTo: readonly Amount[];
  /** What it has promised or holds, by currency. */
  readonly owedBy: readonly Amount[];
}

/**
 * Everybody the fleet depends on, whatever they are to it: who lets one site, guarantees another and runs a third is one party with
 * three roles. Only what is signed counts in sums; roles that are only proposed are listed with it. By power, then by name.
 */
export function exposures(fleet: FleetSpec, options: CostOptions): Exposure[] {
  const committed = fleet.sites.filter((site) => !site.retired && isCommitted(site));
  const power = new Map(committed.map((site) => [site.name, siteKW(site, options)]));
  const kWOf = (sites: readonly string[]): Big =>
    sites.reduce((sum, site) => sum.plus(power.get(site) ?? 0), new Big(0));
  const all = kWOf([...power.keys()]);
  const roles = partyRoles(fleet, options);
  const chips = countAccelerators(roles);
  const byParty = new Map<string, PartyRole[]>();
  for (const role of roles) {
    const key = role.party.toLowerCase();
    byParty.set(key, [...(byParty.get(key) ?? []), role]);
  }
  return [...byParty.values()]
    .map((own): Exposure => {
      const counted = own.filter(({ counts }) => counts);
      const sites = [...new Set(counted.filter(({ role }) => role !== "chipVendor").flatMap((role) => role.sites))]
        .filter((site) => power.has(site))
        .sort();
      const kW = kWOf(sites);
      const accelerators = countAccelerators(own);
      return {
        party: own[0]?.party ?? "",
        roles: own,
        sites,
        kW: Number(kW),
        powerShare: share(kW, all),
        accelerators,
        acceleratorShare: share(new Big(accelerators), new Big(chips)),
        owedTo: byCurrency(counted.flatMap((role) => role.owedTo)),
        owedBy: byCurrency(counted.flatMap((role) => role.owedBy)),
      };
    })
    .sort((a, b) => b.kW - a.kW || (a.party < b.party ? -1 : a.party > b.party ? 1 : 0));
}

const countAccelerators = (roles: readonly PartyRole[]): number =>
  roles.reduce((sum, { counts, accelerators = 0 }) => sum + (counts ? accelerators : 0), 0);

const share = (part: Big, whole: Big): number => (whole.eq(0) ? 0 : Number(part.div(whole)));

/** Sums of amounts, one for each currency, in order of it. */
export function byCurrency(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<Amount["currency"], Big>();
  for (const { currency, amount } of amounts) sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
