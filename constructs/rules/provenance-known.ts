import { didYouMean, type PhysicalSiteSpec, type Provenance, type SecurityProfile } from "../model";
import { countries } from "../model/iso-3166";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, physicalSites, poolsOf } from "./walk";

export const provenanceKnown: Rule = {
  id: "PROV-1",
  title: "hardware comes from no supplier that the organisation bars, and where it comes from is known",
  severity: "error",
  layer: "hardware",
  formula:
    "manufacturer and supplier not in policy.barredSuppliers; once a profile states provenance: a row for each machine, with custody and firmware (warnings)",
  source: "the organisation's own list; NIST SP 800-53 SR-4, provenance (its text unverified, hence warnings)",
  *check(context) {
    for (const { site, path } of physicalSites(context)) {
      for (const { name, supplier } of site.deployments) {
        if (supplier !== undefined)
          yield* barred(context, supplier, "supplier", `${path}.deployments.${name}.supplier`);
      }
      const profile = site.securityProfile;
      if (profile === undefined || profile.provenance.length === 0) continue;
      for (const row of profile.provenance)
        yield* known(context, row, `${path}.securityProfile.provenance.${row.name}`);
      yield* complete(context, site, profile, `${path}.securityProfile.provenance`);
    }
  },
};

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function* barred(context: RuleContext, name: string, part: string, path: string): Generator<Report> {
  const listed = context.fleet.policy.barredSuppliers.find((each) => lettersOf(each) === lettersOf(name));
  if (listed === undefined) return;
  // What the organisation itself forbids, it forbids whoever operates the hardware.
  yield {
    path,
    layer: "none",
    observed: name,
    message: `the ${part} ${name} is barred: policy.barredSuppliers names ${listed}`,
    hint: "take another supplier, or change the policy",
  };
}

function* known(context: RuleContext, row: Provenance, path: string): Generator<Report> {
  yield* barred(context, row.manufacturer, "manufacturer", `${path}.manufacturer`);
  if (row.supplier !== undefined) yield* barred(context, row.supplier, "supplier", `${path}.supplier`);
  if (!Object.hasOwn(countries, row.country)) {
    const message = `${JSON.stringify(row.country)} is the code of no country`;
    yield { path: `${path}.country`, layer: "none", observed: row.country, message };
  }
  const warning = { severity: "warning" as const };
  if (row.custody === undefined) {
    yield {
      ...warning,
      path,
      message: `nobody says how ${row.name} is followed from the factory to the rack`,
      hint: "give custody",
    };
  }
  if (row.firmware === "unknown") {
    const message = `nobody says how the firmware of ${row.name} is known to be its maker's`;
    yield {
      ...warning,
      path: `${path}.firmware`,
      observed: row.firmware,
      message,
      hint: 'one of "digest", "signed", "attested"',
    };
  } else if (row.firmware === "digest" && row.firmwareDigest === undefined) {
    const message = `the firmware of ${row.name} is known by its digest, and none is given`;
    yield { ...warning, path: `${path}.firmware`, observed: row.firmware, message, hint: "give firmwareDigest" };
  }
}

/** Each machine has a row, and each row stands for something of the site. */
function* complete(
  context: RuleContext,
  site: PhysicalSiteSpec,
  { provenance }: SecurityProfile,
  path: string,
): Generator<Report> {
  if (context.isPartial(path)) return;
  const machines = [...new Set(poolsOf(site).map((pool) => pool.machine))];
  const rows = provenance.map(({ name }) => name);
  for (const machine of machines) {
    if (rows.includes(machine)) continue;
    yield {
      path,
      severity: "warning",
      observed: machine,
      message: `nobody says where ${machine} comes from; the profile states it of ${rows.join(", ")}`,
      ...hinted(didYouMean(machine, rows)),
    };
  }
}
