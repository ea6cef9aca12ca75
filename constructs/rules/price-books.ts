import Big from "big.js";
import { accelerators } from "../catalog";
import { contractName, titleOf } from "../ledger/capacity";
import { isOfSites } from "../ledger/cost";
import { lastOf, monthOf } from "../ledger/months";
import {
  type AppliesTo,
  compareDates,
  type PriceBook,
  type PurchasePrice,
  type RatePrice,
  type SiteSpec,
} from "../model";
import { hintFor } from "./known-names";
import type { Report, Rule, RuleContext } from "./rule";

export const priceBooks: Rule = {
  id: "COST-1",
  title: "prices name things that exist, and can be reckoned with",
  severity: "error",
  source: "the catalogue, and the fleet itself",
  *check(context) {
    const known = namesIn(context);
    for (const book of context.fleet.priceBooks) {
      const at = `priceBooks.${book.name}`;
      yield* uniqueIds(book, at);
      for (const rate of book.rates) {
        const path = `${at}.rates.${rate.id}`;
        yield* scopeOf(rate.appliesTo, path, known, context);
        yield* ofRate(rate, path);
      }
      for (const price of book.purchases) {
        const path = `${at}.purchases.${price.id}`;
        yield* scopeOf(price.appliesTo, path, known, context);
        yield* ofPurchase(price, path);
      }
      for (const { id, appliesTo, from, until } of book.commitments) {
        const path = `${at}.commitments.${id}`;
        yield* scopeOf(appliesTo, path, known, context);
        yield* runs(from, until, path);
        if (!from.endsWith("-01") || until !== lastOf(monthOf(until))) {
          yield {
            path,
            observed: `${from} to ${until}`,
            message: "a promise to spend is of whole months: from the first day of one to the last day of one",
          };
        }
      }
    }
  },
};

type Named = "sites" | "clusters" | "pools" | "machines" | "accelerators" | "contracts";
type Known = Readonly<Record<Named, readonly string[]>>;

const single: Readonly<Record<Named, string>> = {
  sites: "site",
  clusters: "cluster",
  pools: "pool",
  machines: "machine",
  accelerators: "accelerator",
  contracts: "agreement",
};

/** Names that are not the fleet's alone. */
const catalogued: ReadonlySet<Named> = new Set(["machines", "accelerators"]);

/** Everything that a price may name. Clusters are named as they are written, those that are retired included. */
function namesIn({ authored, fleet, machineTypes }: RuleContext): Known {
  const clusters = authored.sites.flatMap((site) => site.clusters.map((cluster) => ({ site, cluster })));
  const pools = clusters.flatMap(({ site, cluster }) => cluster.pools.map((pool) => ({ site, cluster, pool })));
  return {
    sites: authored.sites.map(({ name }) => name),
    clusters: clusters.map(({ site, cluster }) => `${site.name}.${cluster.name}`),
    pools: pools.map(({ site, cluster, pool }) => `${site.name}.${cluster.name}.${pool.name}`),
    machines: (["aws", "google", "azure", "hardware"] as const).flatMap((offer) => machineTypes(offer)),
    contracts: [...new Set([...authored.sites, ...fleet.sites].flatMap(contractsOf))],
    accelerators: [...Object.keys(accelerators), ...fleet.machines.map(({ accelerator }) => accelerator)],
  };
}

/** Agreements of a site: those of its pools with a cloud, as costs and capacity name them, else its lease or title. */
const contractsOf = (site: SiteSpec): string[] =>
  site.tenure === "cloud"
    ? site.clusters.flatMap((cluster) => cluster.pools.map((pool) => contractName(site, cluster, pool)))
    : [titleOf(site)];

function* scopeOf(scope: AppliesTo, path: string, known: Known, context: RuleContext): Generator<Report> {
  for (const field of Object.keys(single) as Named[]) {
    if (context.lacksItems(catalogued.has(field) ? "machines" : "sites")) continue;
    // What was left out of a site because its form is wrong may be what is named.
    if ((field === "clusters" || field === "pools" || field === "contracts") && context.isPartial("sites")) continue;
    for (const [index, name] of (scope[field] ?? []).entries()) {
      if (known[field].includes(name) || (field === "machines" && context.machine(name) !== undefined)) continue;
      yield {
        path: `${path}.appliesTo.${field}[${index}]`,
        observed: name,
        message: `there is no ${single[field]} ${JSON.stringify(name)}${catalogued.has(field) ? " in the catalogue or among the fleet's machines" : ""}`,
        ...hintFor(name, known[field]),
      };
    }
  }
}

function* ofRate({ per, appliesTo, changes, escalation, from, until }: RatePrice, path: string): Generator<Report> {
  yield* runs(from, until, path);
  if ((per === "kWMonth" || per === "month") && !isOfSites(appliesTo)) {
    yield {
      path: `${path}.appliesTo`,
      message: `a price per ${per} is of whole sites; name sites, tenures or providers, and nothing smaller`,
    };
  }
  if (escalation !== undefined && from === undefined) {
    yield { path: `${path}.from`, message: "growth in steps begins on a day: say from which" };
  }
  if (escalation !== undefined && changes.length > 0) {
    yield { path: `${path}.changes`, message: "a price grows in steps, or changes on days, and not both" };
  }
  for (const [index, change] of changes.entries()) {
    const before = changes[index - 1]?.from ?? from;
    if (before === undefined || compareDates(change.from, before) > 0) continue;
    const message = `this price is from ${change.from}, the one before it from ${before}; each must be later than the last`;
    yield { path: `${path}.changes[${index}].from`, observed: change.from, limit: before, message };
  }
  for (const [index, change] of changes.entries()) {
    if (until === undefined || compareDates(change.from, until) <= 0) continue;
    const message = `this price is from ${change.from}, and no price holds after ${until}`;
    yield { path: `${path}.changes[${index}].from`, observed: change.from, limit: until, message };
  }
}

function* ofPurchase({ payments, per, appliesTo }: PurchasePrice, path: string): Generator<Report> {
  const sum = payments.reduce((total, { share }) => total.plus(share), new Big(0));
  if (!sum.eq(1)) {
    const message = `the payments are ${sum.toFixed()} of the price in all; they must be 1`;
    yield { path: `${path}.payments`, observed: Number(sum), limit: 1, message };
  }
  if ((per === "kW" || per === "site") && !isOfSites(appliesTo)) {
    yield {
      path: `${path}.appliesTo`,
      message: `a price per ${per} is of whole sites; name sites, tenures or providers, and nothing smaller`,
    };
  }
}

function* runs(from: string | undefined, until: string | undefined, path: string): Generator<Report> {
  if (from === undefined || until === undefined || compareDates(until, from) >= 0) return;
  const message = `ends on ${until}, before it begins on ${from}`;
  yield { path: `${path}.until`, observed: until, limit: from, message };
}

function* uniqueIds({ rates, purchases, commitments }: PriceBook, path: string): Generator<Report> {
  const seen = new Set<string>();
  for (const { id } of [...rates, ...purchases, ...commitments]) {
    if (seen.has(id))
      yield { path, observed: id, message: `two prices are called ${id}; each needs a name of its own` };
    seen.add(id);
  }
}
