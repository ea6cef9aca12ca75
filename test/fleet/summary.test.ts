import { assumed, atLeast, Fleet, LeasedSite, leased, megawatts, OwnedSite, owned, reported, usd } from "siteform";
import { summarize } from "../../constructs/fleet/summary";
import { noColours } from "../../constructs/model";

function summaryOf(fleet: Fleet, more: readonly string[] = []): string {
  const { document, findings } = fleet.validate({ asOf: "2026-11-23" });
  return summarize(
    document,
    findings,
    { outdir: "cdktf.out", files: ["stacks/a/cdk.tf.json", "sites/a/site.yaml", ...more] },
    noColours,
  );
}

const location = { country: "US", subdivision: "US-TX" };

test("a site says its tenure, place, power with meaning, bound and basis, clusters, accelerators and contract", () => {
  const fleet = new Fleet("one");
  const power = reported(atLeast(megawatts(10)), { meaning: "unstated", countedAs: "criticalIT", source: "press" });
  new LeasedSite(fleet, "abilene", {
    location: { ...location, locality: "Abilene" },
    scope: "turnkey",
    lease: {
      landlord: "Landlord",
      state: "binding",
      exclusive: true,
      phases: [{ id: "p1", power, rentCommencement: "2027-01-01" }],
    },
  }).addCluster("train", { pools: [{ machine: "dgx-h100", count: 500, capacity: leased({ phase: "p1" }) }] });
  const summary = summaryOf(fleet);
  expect(summary).toContain("one: 1 site\n");
  expect(summary).toContain("abilene  leased (turnkey), Abilene, US-TX\n");
  expect(summary).toContain("power        ≥ 10 MW, unstated, counted as critical IT, reported (press)\n");
  // 500 servers of 10.2 kW are 5.1 MW, of 8 GPUs 4,000.
  expect(summary).toContain("IT load      5.1 MW, 51 % of ≥ 10 MW critical IT, vendor\n");
  expect(summary).toContain("clusters     1 (train)\n");
  expect(summary).toContain("accelerators 4,000 H100\n");
  expect(summary).toContain("contract     lease from Landlord, binding, exclusive\n");
  expect(summary).toContain("1 stack\n");
});

test("totals add up what is of one meaning, keep the weakest bound and each basis, and leave out the retired", () => {
  const fleet = new Fleet("sums");
  const criticalIT = { meaning: "criticalIT", source: "s" } as const;
  new OwnedSite(fleet, "a", { location, power: reported(megawatts(2), criticalIT) });
  new OwnedSite(fleet, "b", { location, power: assumed(atLeast(megawatts(3)), criticalIT) });
  new OwnedSite(fleet, "c", {
    location,
    power: assumed(megawatts(50), { meaning: "utility" }),
    peakPue: assumed(1.25),
  });
  const old = new OwnedSite(fleet, "old", { location, power: reported(megawatts(900), criticalIT) });
  old.addCluster("train", { pools: [{ machine: "dgx-h100", count: 7, capacity: owned() }] }).retire();
  const summary = summaryOf(fleet);
  expect(summary).toMatch(/critical IT +≥ 5 MW \(2 reported, 3 assumed\)\n/);
  expect(summary).toMatch(/utility +50 MW \(50 assumed\)\n/);
  expect(summary).toContain("old  owned, US-TX, retired\n");
  expect(summary.slice(summary.indexOf("Totals"))).not.toContain("H100");
});

test("a programme's figures count once, whichever sites name it", () => {
  const fleet = new Fleet("programme");
  const programme = { name: "build", investment: reported(usd(50_000_000_000), { source: "press" }) };
  for (const name of ["a", "b"]) {
    const phases = [{ id: "p1", power: assumed(megawatts(1), { meaning: "criticalIT" }) }] as const;
    new LeasedSite(fleet, name, {
      location,
      scope: "turnkey",
      programme,
      lease: { landlord: "L", state: "proposed", phases },
    });
  }
  expect(summaryOf(fleet)).toContain("build: $50,000,000,000.00 reported, 2 sites\n");
});

test("findings are shown in full, with their hints", () => {
  const fleet = new Fleet("found");
  new OwnedSite(fleet, "a", {
    location: { country: "US", subdivision: "US-TY" },
    power: assumed(megawatts(1), { meaning: "criticalIT" }),
  });
  const summary = summaryOf(fleet);
  expect(summary).toContain("findings     1 error\n");
  expect(summary).toMatch(/error {3}sites\.a\.location\.subdivision: .*\[LOC-1\]\n +→ did you mean/);
});

test("the manifests of clusters are counted by cluster, and not as documents", () => {
  const fleet = new Fleet("manifests");
  const train = "sites/a/kubernetes/train";
  const files = [`${train}/kustomization.yaml`, `${train}/platform/kustomization.yaml`, `${train}/queues/queues.yaml`];
  const summary = summaryOf(fleet, files);
  expect(summary).toMatch(/documents +cdktf\.out\/sites\/ {2}1 file\n/);
  expect(summary).toMatch(/Kubernetes +cdktf\.out\/sites\/<site>\/kubernetes\/ {2}1 cluster\n/);
  expect(summaryOf(fleet)).not.toContain("Kubernetes");
});
