import { parseAllDocuments } from "yaml";
import { findMachine } from "../../constructs/catalog";
import { type EmittedFile, emitSite } from "../../constructs/emit";
import { AwsSiteSpec, AzureSiteSpec, GoogleSiteSpec, type SiteSpec } from "../../constructs/model";

/** A machine of the catalogue, or an error that names it. */
export function machine(type: string) {
  const found = findMachine(type);
  if (found === undefined) throw new Error(`no machine ${type}`);
  return found;
}

const location = { country: "US" };

type Raw = Readonly<Record<string, unknown>>;

/** A checked site of AWS with one cluster, `train`, of these pools. */
export const awsSite = (pools: readonly Raw[], more: Raw = {}): SiteSpec =>
  AwsSiteSpec.parse({
    name: "ohio",
    tenure: "cloud",
    provider: "aws",
    location,
    account: "111122223333",
    region: "us-east-2",
    network: { cidrs: ["10.16.0.0/16"] },
    clusters: [{ name: "train", pools }],
    ...more,
  });

export const googleSite = (pools: readonly Raw[], network: Raw = {}, storage: readonly Raw[] = []): SiteSpec =>
  GoogleSiteSpec.parse({
    name: "iowa",
    tenure: "cloud",
    provider: "google",
    location,
    project: "case-project",
    region: "us-central1",
    clusters: [
      {
        name: "train",
        network: {
          nodes: "10.32.0.0/20",
          pods: "10.64.0.0/14",
          services: "10.36.0.0/20",
          controlPlane: "172.16.0.0/28",
          ...network,
        },
        storage,
        pools,
      },
    ],
  });

export const azureSite = (pools: readonly Raw[], more: Raw = {}, inCluster: Raw = {}): AzureSiteSpec =>
  AzureSiteSpec.parse({
    name: "boydton",
    tenure: "cloud",
    provider: "azure",
    location,
    subscription: "11111111-2222-4333-8444-555555555555",
    region: "eastus2",
    network: { cidrs: ["10.48.0.0/16"] },
    clusters: [
      {
        name: "train",
        network: { nodes: "10.48.0.0/20", pods: "10.64.0.0/14", services: "10.68.0.0/20", storage: "10.48.253.0/24" },
        pools,
        ...inCluster,
      },
    ],
    ...more,
  });

export const onDemandOnAws = { kind: "onDemand", zoneId: "use2-az1" };
export const onDemandOnGoogle = { kind: "onDemand", zone: "us-central1-a" };

/** The files of a site's clusters. */
export const emitted = (site: SiteSpec): EmittedFile[] => emitSite(site, { fleet: "atlas", machine });

/** Paths of the files in a folder of the cluster `train`, without that folder. */
export const namesIn = (site: SiteSpec, folder: string): string[] =>
  emitted(site)
    .map(({ file }) => file)
    .filter((file) => file.startsWith(`kubernetes/train/${folder}/`))
    .map((file) => file.slice(`kubernetes/train/${folder}/`.length))
    .filter((file) => file !== "kustomization.yaml");

/** The text of a file of the cluster `train`. */
export function textOf(site: SiteSpec, file: string): string {
  const found = emitted(site).find((each) => each.file === `kubernetes/train/${file}`);
  if (found === undefined) throw new Error(`no file ${file} among ${emitted(site).map((each) => each.file)}`);
  return found.text;
}

/** The documents of YAML text, as kubectl reads them: YAML 1.1. */
export const documentsIn = (text: string): unknown[] =>
  parseAllDocuments(text, { version: "1.1" }).flatMap((each) => {
    const value: unknown = each.toJSON();
    return value === null ? [] : [value];
  });

/** The objects of a file of the cluster `train`. */
export const objectsIn = (site: SiteSpec, file: string): unknown[] => documentsIn(textOf(site, file));

/** What stands at a path: keys of maps, indexes of lists. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => {
    if (typeof found !== "object" || found === null) return undefined;
    return Object.entries(found).find(([name]) => name === String(key))?.[1];
  }, value);
}

/** The only object of a kind in a file, by name where there are several. */
export function objectOf(site: SiteSpec, file: string, kind: string, name?: string): unknown {
  const found = objectsIn(site, file).filter(
    (each) => at(each, "kind") === kind && (name === undefined || at(each, "metadata", "name") === name),
  );
  if (found.length !== 1) throw new Error(`${found.length} objects of kind ${kind} in ${file}`);
  return found[0];
}
