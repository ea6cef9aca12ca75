import { Fleet, RemoteState } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { enterProject, type Project } from "./project";

const LIST = "locks/atlas/protected.yaml";
const options = { asOf: "2026-11-23" };

interface Options {
  readonly clusters?: Readonly<Record<string, { readonly retired?: boolean; readonly count?: number }>>;
  readonly protect?: boolean;
  readonly retire?: boolean;
  readonly site?: boolean;
}

function aFleet({ clusters = { train: {}, serve: {} }, protect, retire = false, site = true }: Options = {}): Fleet {
  const fleet = new Fleet("atlas", { state: RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" }) });
  if (!site) return fleet;
  const ohio = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US", subdivision: "US-OH" },
    network: { cidrs: ["10.16.0.0/16"] },
    ...(protect === undefined ? {} : { protect }),
  });
  for (const [name, { retired, count = 2 }] of Object.entries(clusters)) {
    ohio.addCluster(name, {
      ...(retired === undefined ? {} : { retired }),
      pools: [{ machine: "trn2.48xlarge", count, capacity: onDemand({ zoneId: "use2-az1" }) }],
    });
  }
  if (retire) ohio.retire();
  return fleet;
}

describe("the list of what is protected", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
    project.write("cdktf.json", "{}");
  });
  afterEach(() => project.leave());
  const synth = (fleet: Options = {}) => project.run(() => aFleet(fleet).synth({ ...options, quiet: true })).result;
  const listed = () => [...project.read(LIST).matchAll(/^ {2}- (.*)$/gm)].map(([, path]) => path);
  const both = ["sites.ohio.clusters.serve", "sites.ohio.clusters.train"];

  test("is written by synthesis, sorted, and grows", () => {
    synth({ clusters: { train: {} } });
    expect(listed()).toEqual(["sites.ohio.clusters.train"]);
    synth();
    expect(listed()).toEqual(both);
  });

  test("refuses a program that lacks a cluster of it, in its place, and stays as it is", () => {
    synth();
    const before = project.state("cdktf.out");
    const result = synth({ clusters: { train: {} } });
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([
      {
        rule: "PROTECT-1",
        severity: "error",
        path: "sites.ohio.clusters.serve",
        origin: { file: LIST, line: 5, column: 5 },
      },
    ]);
    expect(listed()).toEqual(both);
    expect(project.state("cdktf.out")).toEqual(before);
  });

  test("refuses a program that lacks the whole site", () => {
    synth();
    expect(synth({ site: false }).findings.map(({ path }) => path)).toEqual(both);
  });

  test("lets a retired cluster go: it leaves the list, and then may leave the program", () => {
    synth();
    expect(synth({ clusters: { train: {}, serve: { retired: true } } }).ok).toBe(true);
    expect(listed()).toEqual(["sites.ohio.clusters.train"]);
    expect(synth({ clusters: { train: {} } }).ok).toBe(true);
  });

  test("lets the clusters of a retired site go", () => {
    synth();
    expect(synth({ clusters: {}, retire: true }).ok).toBe(true);
    expect(listed()).toEqual([]);
    expect(synth({ site: false }).ok).toBe(true);
  });

  test("lets go what its site does not protect any more", () => {
    synth();
    expect(synth({ protect: false }).ok).toBe(true);
    expect(synth({ protect: false, clusters: { train: {} } }).ok).toBe(true);
  });

  test("takes a cluster in again that comes back", () => {
    synth({ clusters: { train: {}, serve: { retired: true } } });
    synth();
    expect(listed()).toEqual(both);
  });

  test("does not accuse of a loss who mistyped a value of the cluster", () => {
    synth();
    const broken = synth({ clusters: { train: {}, serve: { count: -1 } } });
    expect(broken.findings.map(({ rule }) => rule)).toEqual(["SCHEMA"]);
  });

  test("says what stands in its way, and what a merge left in it, and writes nothing", () => {
    project.write("locks", "a file");
    const refused = synth();
    expect(refused.findings).toMatchObject([{ rule: "PROTECT-1", observed: "locks" }]);
    expect(project.files()).toEqual(["cdktf.json", "locks"]);
  });

  test("that is a folder, or holds the marks of a merge, is an error in its place", () => {
    project.write(`${LIST}/a`, "");
    expect(synth().findings).toMatchObject([{ rule: "PROTECT-1", message: "is not a file that one may read" }]);
  });

  test("with the marks of a merge is an error where they begin", () => {
    project.write(LIST, "protected:\n<<<<<<< ours\n  - a\n=======\n  - b\n>>>>>>> theirs\n");
    expect(synth().findings).toMatchObject([{ rule: "PROTECT-1", origin: { line: 2, column: 1 } }]);
  });

  test("is not written for an output outside the project, nor where nothing is protected", () => {
    project.run(() => aFleet({ protect: false }).synth({ ...options, quiet: true }));
    expect(project.files().includes(LIST)).toBe(false);
    project.run(() => aFleet().synth({ ...options, quiet: true, outdir: `${project.folder}-elsewhere` }));
    expect(project.files().includes(LIST)).toBe(false);
  });

  test("that cannot be read is an error in its place, and nothing is written", () => {
    project.write(LIST, "protected: sites.ohio\n");
    const result = synth();
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([{ rule: "PROTECT-1", origin: { file: LIST, line: 1, column: 1 } }]);
    project.write(LIST, "protected:\n  - a\n - b\n");
    expect(synth().findings).toMatchObject([{ rule: "PROTECT-1", origin: { file: LIST, line: 3 } }]);
  });
});
