import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import type { z } from "zod";
import { Fleet } from "../../constructs";
import {
  documentsOf,
  documentText,
  FleetDocument,
  FleetSpec,
  fleetDocuments,
  KINDS,
  LeasedSiteSpec,
  OwnedSiteSpec,
  PartnerSiteSpec,
} from "../../constructs/model";
import { readFleet } from "../../constructs/model/read";
import { arbitraryOf } from "../support/arbitrary-of";
import { root } from "../support/temp";
import { enterProject, type Project } from "./project";

/** Every document of a fleet that can be written by hand, as the files that a synthesis writes. */
function written(fleet: FleetDocument): Record<string, string> {
  const ofSites = fleet.spec.sites
    .filter(({ tenure }) => tenure !== "cloud")
    .flatMap((site) => documentsOf(fleet, site).map((each) => ({ folder: `sites/${site.name}`, each })));
  const all = [...ofSites, ...fleetDocuments(fleet).map((each) => ({ folder: "fleet", each }))];
  return Object.fromEntries(all.map(({ folder, each }) => [`${folder}/${each.file}`, documentText(each, folder)]));
}

describe("documents that are read back are written with the same bytes", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  /** The files that these files become when they are read and written again, and what was wrong with them. */
  function again(files: Readonly<Record<string, string>>, folder: string) {
    for (const [file, text] of Object.entries(files)) project.write(`${folder}/${file}`, text);
    const fleet = new Fleet("again");
    fleet.addDocuments(`${folder}/**/*.yaml`);
    const { document, findings } = readFleet(fleet.record());
    return { files: written(document), problems: [...fleet.origins.problems, ...findings] };
  }

  test.each(["data-centers", "reference"])("those of the committed tree %s", (name) => {
    const tree = join(root, "test", "golden", name);
    const inTree = globSync(["sites/*/*.yaml", "fleet/*.yaml"], { cwd: tree }).map((file) => [
      file,
      readFileSync(join(tree, file), "utf8"),
    ]);
    const clouds = inTree.filter(([, text]) => /tenure: cloud/.test(text ?? "")).map(([file]) => dirname(file ?? ""));
    const files = Object.fromEntries(inTree.filter(([file]) => !clouds.includes(dirname(file ?? ""))));
    expect(Object.keys(files).length).toBeGreaterThan(5);
    const { files: second, problems } = again(files, name);
    expect(problems).toEqual([]);
    expect(second).toEqual(files);
  });

  const named = <S extends z.ZodType>(schema: S, name: string) =>
    arbitraryOf(schema).map((site) => ({ ...Object(site), name, retired: false }));
  const fleetWide = FleetSpec.pick({
    guarantees: true,
    demands: true,
    scenarios: true,
    offers: true,
    priceBooks: true,
    budgets: true,
    comparisons: true,
    interconnects: true,
    rackTypes: true,
    deviceTypes: true,
  });
  const anyFleet = fc
    .tuple(
      named(OwnedSiteSpec, "lab"),
      named(LeasedSiteSpec, "memphis"),
      named(PartnerSiteSpec, "texas"),
      arbitraryOf(fleetWide),
    )
    .map(([owned, leased, partner, rest]) => ({
      apiVersion: "siteform.dev/v1alpha1",
      kind: "Fleet",
      metadata: { name: "any" },
      spec: { ...Object(rest), sites: [owned, leased, partner] },
    }));

  test("those of any fleet that follows the schema, of every kind", () => {
    const kinds = new Set<string>();
    let run = 0;
    fc.assert(
      fc.property(anyFleet, (raw) => {
        const fleet = FleetDocument.parse(raw);
        const first = written(fleet);
        for (const text of Object.values(first)) kinds.add(/^kind: (\w+)$/m.exec(text)?.[1] ?? "none");
        run++;
        const { files: second, problems } = again(first, `run-${run}`);
        expect(problems).toEqual([]);
        expect(second).toEqual(first);
      }),
      { numRuns: 30 },
    );
    expect([...kinds].sort()).toEqual([...KINDS].sort());
  });

  test("comments are not kept: what a person writes stays in the person's file", () => {
    const [[file, text] = ["", ""]] = Object.entries(
      written(FleetDocument.parse(fc.sample(anyFleet, { numRuns: 1, seed: 1 })[0])),
    );
    const { files } = again({ [file]: text.replace("spec:", "# why it is so\nspec:") }, "noted");
    expect(files[file]).toBe(text);
  });
});
