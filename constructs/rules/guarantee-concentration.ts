import Big from "big.js";
import { type Amount, committedCost, type Exposure, exposures } from "../ledger";
import { formatMoney } from "../model";
import type { Report, RuleContext } from "./rule";

/** The parts of GUAR-2 that look at all contracts of the fleet together. */
export function* concentration(context: RuleContext): Generator<Report> {
  if (context.isPartial("sites") || context.isPartial("guarantees")) return;
  const { fleet, machine, asOf } = context;
  const all = exposures(fleet, { machine, asOf, organisation: fleet.organisation });
  for (const exposure of all) yield* promised(context, exposure);
  yield* shares(context, all);
}

/** What one party has promised, in all its roles, against the most that the policy lets it. */
function* promised({ fleet }: RuleContext, { party, owedBy, roles }: Exposure): Generator<Report> {
  const limit = fleet.policy.mostExposure;
  const owed = owedBy.find(({ currency }) => currency === limit?.currency);
  if (limit === undefined || owed === undefined || owed.amount.lte(limit.amount)) return;
  const own = roles.filter(({ counts, owedBy: each }) => counts && each.length > 0);
  yield {
    path: placeOf(own[0]),
    severity: "warning",
    observed: owed.amount.toFixed(2),
    limit: limit.amount,
    unit: limit.currency,
    message: `${party} stands for ${formatMoney({ amount: owed.amount.toFixed(2), currency: limit.currency })} as ${own.map(({ role, of }) => `${role} of ${of}`).join(", ")}; the policy allows one party ${formatMoney(limit)} (mostExposure)`,
    hint: "spread the guarantees over more parties, or raise policy.mostExposure",
  };
}

const placeOf = (role: Exposure["roles"][number] | undefined): string =>
  role?.role === "obligor" ? `guarantees.${role.of}.amount` : `sites.${role?.of}`;

/** The share of the rent of the fleet for which one obligor stands. */
function* shares(context: RuleContext, all: readonly Exposure[]): Generator<Report> {
  const { fleet, machine, asOf } = context;
  const most = fleet.policy.mostObligorShare;
  const rent = new Map(
    fleet.sites.flatMap((site) => {
      const cost = site.retired ? undefined : committedCost(site, { machine, asOf, organisation: fleet.organisation });
      const owed = cost?.signed === true ? cost.exits.at(-1)?.owed : undefined;
      return owed === undefined
        ? []
        : [[site.name, owed.map(({ currency, rent: amount }) => ({ currency, amount }))] as const];
    }),
  );
  const whole = inDollars([...rent.values()].flat());
  if (whole.eq(0)) return;
  for (const { party, roles } of all) {
    const obligor = roles.filter(({ role, counts }) => role === "obligor" && counts);
    const [first] = obligor;
    if (first === undefined) continue;
    const sites = [...new Set(obligor.flatMap((role) => role.sites))];
    const part = inDollars(sites.flatMap((site) => rent.get(site) ?? []));
    const share = Number(part.div(whole).round(6));
    if (share <= most) continue;
    yield {
      path: `guarantees.${first.of}.obligor`,
      severity: "warning",
      observed: share,
      limit: most,
      message: `${party} stands for ${percent(share)} of the rent of the fleet, at ${sites.join(", ")}; the policy allows one obligor ${percent(most)} (mostObligorShare)`,
    };
  }
}

/** Shares are of one currency: the others are not converted, and X-CUR says that they are there. */
const inDollars = (amounts: readonly Amount[]): Big =>
  amounts.filter(({ currency }) => currency === "USD").reduce((sum, { amount }) => sum.plus(amount), new Big(0));

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
