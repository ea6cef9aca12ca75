import { exitsOf, isSigned, leaseEndOf, premisesOf, sidesOf } from "../ledger";
import { compareDates, type LeaseTerms, latest, type SiteSpec, type TerminationRight } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { leases, phasesPath } from "./walk";

export const leaseExits: Rule = {
  id: "LEASE-6",
  title: "nobody else can end a lease before the machines in it are to leave, and rights to end it can be used",
  severity: "warning",
  formula:
    "until of a pool <= earliest exit of the landlord = max(as of + notice, endsNotBefore); from <= until of a right; endsNotBefore <= end of the lease",
  source: "leases state rights of both sides to end them; capacity is firm only until the first of the other side's",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      if (lease.state === "ended" || context.isPartial(phasesPath(site))) continue;
      const end = leaseEndOf(lease, premisesOf(site, context.machine));
      yield* windows(lease, end, path);
      if (isSigned(lease.state) && !context.isPartial(path)) yield* outlived(context, site, lease, end, path);
    }
  },
};

/** Rights that nobody can ever use. */
function* windows(lease: LeaseTerms, end: string | undefined, path: string): Generator<Report> {
  for (const [index, right] of lease.terminationRights.entries()) {
    const place =
      right.id === undefined ? `${path}.terminationRights[${index}]` : `${path}.terminationRights.${right.id}`;
    const { from, until, endsNotBefore } = right;
    if (from !== undefined && until !== undefined && compareDates(from, until) > 0) {
      const message = `notice can be given from ${from} to ${until}, which is never`;
      yield { path: `${place}.until`, severity: "error", observed: until, limit: from, message };
    }
    const first = latest(endsNotBefore, from);
    if (first === undefined || end === undefined || compareDates(first, end) <= 0) continue;
    const field = first === endsNotBefore ? "endsNotBefore" : "from";
    yield {
      path: `${place}.${field}`,
      observed: first,
      limit: end,
      message: `the right of ${right.party} begins on ${first}, after the lease ends on ${end}`,
    };
  }
}

/** Machines that are to stand longer than the other side must let them. */
function* outlived(
  context: RuleContext,
  site: SiteSpec,
  lease: LeaseTerms,
  end: string | undefined,
  path: string,
): Generator<Report> {
  const { organisation } = context.fleet;
  const [exit] = exitsOf(lease, "counterparty", { asOf: context.asOf, end, organisation });
  if (exit?.right === undefined) return;
  const staying = site.clusters.flatMap((cluster) =>
    cluster.pools.flatMap((pool) => {
      const { capacity } = pool;
      if (capacity.kind !== "leased" && capacity.kind !== "owned") return [];
      const until = capacity.until ?? end;
      const outlives = until === undefined || compareDates(until, exit.day) > 0;
      return outlives ? [{ name: `${cluster.name}/${pool.name}`, until }] : [];
    }),
  );
  const [first] = staying;
  if (first === undefined) return;
  const who = sidesOf(exit.right, lease, organisation).length > 1 ? "either side" : partyOf(exit.right, lease);
  const others = staying.length === 1 ? "" : ` and ${staying.length - 1} more`;
  yield {
    path: `${path}.terminationRights`,
    observed: first.until ?? "no end",
    limit: exit.day,
    message: `${who} can end the lease by ${exit.day} with ${exit.right.noticeDays} days of notice, but the machines of ${first.name}${others} are to stand ${first.until === undefined ? "without an end" : `until ${first.until}`}`,
    hint: "count the capacity as firm until then only: give the pools an until, or waive this with the plan for the work that runs there",
  };
}

const partyOf = ({ party }: TerminationRight, { landlord }: LeaseTerms): string =>
  party === "landlord" ? `${landlord}, the landlord,` : party;
