import { operates, responsibilitiesOf } from "../ledger";
import type { AccessGrant, Layer, LeasedPool, OwnedPool, PhysicalSiteSpec } from "../model";
import type { Report, Rule, RuleContext } from "./rule";
import { type PhysicalSiteAt, physicalSites } from "./walk";

export const operatorsReach: Rule = {
  id: "RESP-2",
  title: "who operates a layer can reach it, who does not cannot alone, and machines belong to whom the matrix says",
  severity: "error",
  source:
    "the fleet document: the responsibility matrix, the access rows and the capacity contracts speak of the same people",
  *check(context) {
    for (const each of physicalSites(context)) {
      yield* owners(context, each);
      yield* approvals(each);
      if (!context.isPartial(`${each.path}.securityProfile`)) yield* access(each);
    }
  },
};

/** One's own machines do not stand in a layer that belongs to the counterparty. */
function* owners(context: RuleContext, { site, path }: PhysicalSiteAt): Generator<Report> {
  const owner = responsibilitiesOf(site).find((row) => row.layer === "hardware")?.owns;
  if (owner === "self" || context.isPartial(`${path}.responsibilities`)) return;
  for (const cluster of site.clusters) {
    const pools: readonly (OwnedPool | LeasedPool)[] = cluster.pools;
    for (const { name, capacity } of pools) {
      if (capacity.kind !== "owned") continue;
      yield {
        path: `${path}.clusters.${cluster.name}.pools.${name}.capacity.kind`,
        observed: capacity.kind,
        message: "these machines are one's own, but the counterparty owns the layer hardware",
        hint: "state the exception in responsibilities, or lease the machines",
      };
    }
  }
}

/** Changes of a layer that one owns and operates, and that the counterparty must approve, wait for it: worth a question. */
function* approvals({ site, path }: PhysicalSiteAt): Generator<Report> {
  if (site.tenure === "owned") return;
  for (const [index, { layer, owns, operates: operator, approves }] of site.responsibilities.entries()) {
    if (owns !== "self" || operator !== "self" || approves === "self") continue;
    yield {
      path: `${path}.responsibilities[${index}].approves`,
      severity: "warning",
      observed: approves,
      message: `one owns and operates ${layer}, and the counterparty approves its changes: every configuration that is emitted waits for it`,
    };
  }
}

const layers = { racks: "hardware", bmc: "bmcFirmware" } as const satisfies Record<string, Layer>;
const called = { racks: "racks", bmc: "BMCs" } as const;

function* access({ site, path }: PhysicalSiteAt): Generator<Report> {
  const rows = site.securityProfile?.access ?? [];
  const others = rows.filter(({ party }) => party !== "self");
  for (const part of ["racks", "bmc"] as const) {
    const layer = layers[part];
    const own = operates(site, layer);
    const mine = rows.filter(({ party }) => party === "self");
    yield* unreachable(site, own ? mine : others, { part, layer, own, path });
    if (!own || part === "racks") continue;
    for (const { name, party } of others.filter((row) => row[part] === "unescorted")) {
      yield {
        path: `${path}.securityProfile.access.${name}.${part}`,
        severity: "warning",
        observed: "unescorted",
        message: `one operates the layer ${layer}, and the ${party} ${name} reaches its BMCs unescorted`,
      };
    }
  }
}

interface Reach {
  readonly part: "racks" | "bmc";
  readonly layer: Layer;
  readonly own: boolean;
  readonly path: string;
}

/** Parties of which nothing is said have what the scope implies: only where each of them is denied is a layer out of reach. */
function* unreachable(
  site: PhysicalSiteSpec,
  rows: readonly AccessGrant[],
  { part, layer, own, path }: Reach,
): Generator<Report> {
  const speaks = own || site.tenure === "owned" || rows.some(({ party }) => party === "landlord");
  const first = rows.find((row) => row[part] === "none");
  if (!speaks || first === undefined || rows.some((row) => row[part] !== "none")) return;
  yield {
    path: `${path}.securityProfile.access.${first.name}.${part}`,
    observed: "none",
    message: `${own ? "one operates" : "the counterparty operates"} the layer ${layer}, and has no access to ${called[part]}`,
    hint: "grant it, or correct who operates the layer in responsibilities",
  };
}
