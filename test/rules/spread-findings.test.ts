import { validateFleet } from "../../constructs/rules";
import { AS_OF, awsPool, awsSite, brief, check, cluster, fleet, fleetOf, type Raw, ruleOf } from "./support";

/** A cluster of 15 machines, ten of which a cluster takes: `train` with ten and `train-2` with five. */
const spread = (pool: Raw, count = 15) =>
  awsSite({
    network: undefined,
    clusters: [
      cluster([awsPool({ count, perCluster: 10, ...pool })], { network: { cidrs: ["each /16 of 10.16.0.0/12"] } }),
    ],
  });

const messages = (findings: readonly { readonly message: string }[]) => findings.map(({ message }) => message);

describe("a mistake in a cluster that is spread", () => {
  const POOL = "sites.rainier.clusters.train.pools.trn2";

  test("is reported once, where it was written", () => {
    const findings = check("MACHINE-1", fleetOf(spread({ machine: "trn2.48xlarg" })));
    expect(brief(findings)).toEqual([`${POOL}.machine trn2.48xlarg/-`]);
    expect(messages(findings)).toEqual([
      '"trn2.48xlarg" is no machine of AWS that the catalogue knows (in each of the 2 clusters of train)',
    ]);
  });

  test("that only some of its clusters have names those", () => {
    // 64 machines are a block's most: three clusters of 65 and a fourth of 64.
    const block = {
      kind: "capacityBlock",
      zoneId: "use2-az1",
      start: "2026-12-01T11:30:00Z",
      end: "2026-12-15T11:30:00Z",
    };
    const capacity = { ...block, reservationId: "cr-0123456789abcdef0" };
    const findings = check("AWS-CB-04", fleetOf(spread({ capacity, perCluster: 65 }, 3 * 65 + 64)));
    expect(brief(findings)).toEqual([`${POOL}.count 65/64`]);
    expect(findings[0]?.message).toMatch(/ \(in 3 of the 4 clusters of train: train, train-2, train-3\)$/);
  });

  test("that only one of them has stands at that one", () => {
    const taken = awsSite({ name: "ohio", network: { cidrs: ["10.17.0.0/24"] } });
    const findings = check("X-CIDR-01", fleetOf(spread({}), taken));
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).toContain("sites.rainier.clusters.train-2.network");
    expect(JSON.stringify(findings)).not.toContain("in each of");
  });

  test("is not taken for another mistake at the same place", () => {
    const findings = check("AWS-EKS-11", fleetOf(spread({ labels: { "a b": "x", "c d": "x" } })));
    expect(brief(findings)).toHaveLength(2);
  });

  test("is waived where it was written, or for one of its clusters", () => {
    const waived = (path: string) => {
      const waivers = [{ rule: "MACHINE-2", path, reason: "the account has them", until: "2027-01-01" }];
      const site = spread({ capacity: { kind: "onDemand", zoneId: "use2-az9" } });
      const options = { asOf: AS_OF, rules: [ruleOf("MACHINE-2")] };
      return validateFleet(fleet({ sites: [site], waivers }), options).findings.map(
        (finding) => `${finding.path} ${finding.waived === undefined ? "stands" : "waived"}`,
      );
    };
    expect(waived("sites.rainier.clusters.train")).toEqual([`${POOL}.capacity.zoneId waived`]);
    expect(waived("sites.rainier.clusters.train-2")).toEqual([
      `sites.rainier.clusters.train-2.pools.trn2.capacity.zoneId waived`,
      `${POOL}.capacity.zoneId stands`,
    ]);
  });
});
