import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Fleet } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { cases } from "../cases";
import { inFolder, root, tempFolder } from "../support/temp";
import { readTree } from "../support/tree";
import { describeWithKubectl } from "../support/with-tools";
import { at, awsSite, documentsIn, emitted, onDemandOnAws } from "./support";

const golden = join(root, "test", "golden");

/** The emitted files of all golden fleets, by path. */
const files = Object.entries(readTree(golden)).filter(([path]) => path.includes("/kubernetes/"));

test("every object has a name that Kubernetes takes, a kind and an API version", () => {
  expect(files.length).toBeGreaterThan(50);
  for (const [path, text] of files) {
    for (const object of documentsIn(text)) {
      if (path.endsWith("kustomization.yaml")) continue;
      expect({ path, name: at(object, "metadata", "name") }).toEqual({
        path,
        name: expect.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
      });
      expect(at(object, "apiVersion")).toEqual(expect.any(String));
      expect(at(object, "kind")).toEqual(expect.any(String));
    }
  }
});

test("every file says at its head what it is", () => {
  for (const [path, text] of files) expect({ path, head: text.slice(0, 2) }).toEqual({ path, head: "# " });
});

test("every image has a version that is not the latest, and no manifest holds a secret", () => {
  for (const [path, text] of files) {
    for (const [, image = ""] of text.matchAll(/image: (\S+)/g))
      expect({ path, image }).toEqual({ path, image: expect.stringMatching(/:v?\d/) });
    expect(text).not.toMatch(/kind: Secret$/m);
  }
});

test("every kustomization names the files that lie beside it, all of them", () => {
  const paths = new Set(files.map(([path]) => path));
  for (const [path, text] of files) {
    if (!path.endsWith("/kustomization.yaml")) continue;
    const folder = dirname(path);
    const resources = at(documentsIn(text)[0], "resources");
    const named = (Array.isArray(resources) ? resources : []).map(String);
    const beside = [...paths]
      .filter((each) => dirname(each) === folder && each !== path)
      .map((each) => each.slice(folder.length + 1));
    expect({ path, files: named.filter((name) => name.endsWith(".yaml") && !name.includes("://")).sort() }).toEqual({
      path,
      files: beside.sort(),
    });
    for (const name of named)
      if (!name.endsWith(".yaml")) expect(paths.has(`${folder}/${name}/kustomization.yaml`)).toBe(true);
  }
});

test("a site that is not in a cloud has no manifests", () => {
  const folder = tempFolder();
  inFolder(folder, () => cases["data-centers"]?.().synth({ quiet: true, asOf: "2026-11-23" }));
  const sites = join(folder, "cdktf.out", "sites");
  expect(readdirSync(sites).length).toBeGreaterThan(0);
  for (const site of readdirSync(sites)) expect(existsSync(join(sites, site, "kubernetes"))).toBe(false);
});

test("a retired cluster has none, and a retired pool is in none", () => {
  const folder = tempFolder();
  const fleet = new Fleet("retired");
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US" },
    network: { cidrs: ["10.16.0.0/16"] },
  });
  const pool = { machine: "trn2.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az1" }) } as const;
  site.addCluster("old", { retired: true, pools: [pool] });
  site.addCluster("train", { pools: [pool, { ...pool, name: "gone", machine: "p5.48xlarge", retired: true }] });
  expect(inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" })).ok).toBe(true);
  const manifests = readTree(join(folder, "cdktf.out", "sites", "ohio", "kubernetes"));
  expect(Object.keys(manifests).filter((path) => path.startsWith("old/"))).toEqual([]);
  expect(Object.keys(manifests)).not.toContain("train/platform/nvidia-device-plugin.yaml");
  expect(Object.values(manifests).join("\n")).not.toContain("gone");
});

test("the same site gives the same bytes", () => {
  const site = () => awsSite([{ name: "trn2", machine: "trn2.48xlarge", count: 2, capacity: onDemandOnAws }]);
  expect(emitted(site())).toEqual(emitted(site()));
});

describeWithKubectl("kubectl", (kubectl) => {
  const run = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(kubectl, args, { encoding: "utf8" });
    return { stdout, stderr, status };
  };
  const folders = files
    .map(([path]) => path)
    .filter((path) => /\/(platform|queues)\/kustomization\.yaml$/.test(path))
    .map((path) => dirname(path));

  test.each(folders)("builds %s without the network", (folder) => {
    const { stdout, stderr, status } = run("kustomize", join(golden, folder));
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const beside = files.filter(([path]) => dirname(path) === folder && !path.endsWith("kustomization.yaml"));
    const objects = beside.flatMap(([, text]) => documentsIn(text));
    expect(documentsIn(stdout)).toHaveLength(objects.length);
  });

  test("builds the install of Kueue once its release lies beside it, and marks the definitions for Argo CD", () => {
    const folder = tempFolder();
    const text = readFileSync(
      join(golden, "aws", "sites", "ohio", "kubernetes", "train", "kueue", "kustomization.yaml"),
      "utf8",
    );
    const release = /https:\S+manifests\.yaml/;
    expect(text).toMatch(release);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "kustomization.yaml"), text.replace(release, "manifests.yaml"));
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "queues.example.dev" },
    };
    writeFileSync(join(folder, "manifests.yaml"), JSON.stringify(definition));
    const { stdout, stderr, status } = run("kustomize", folder);
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(at(documentsIn(stdout)[0], "metadata")).toEqual({
      name: "queues.example.dev",
      annotations: { "argocd.argoproj.io/sync-options": "ServerSideApply=true" },
    });
  });
});
