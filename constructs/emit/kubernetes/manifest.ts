import { toManifestYaml } from "../../model";

/** A Kubernetes object. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** A file of the folder of a cluster. */
export interface ManifestFile {
  /** Below the cluster's folder. */
  readonly file: string;
  readonly text: string;
}

const comment = (lines: readonly string[]): string =>
  lines.map((line) => (line === "" ? "#\n" : `# ${line}\n`)).join("");

/** A file of objects, with what it is, where it comes from and how it is applied at its head. */
export const manifestFile = (file: string, header: readonly string[], objects: readonly Manifest[]): ManifestFile => ({
  file,
  text: `${comment(header)}${objects.map((object) => `---\n${toManifestYaml(object)}`).join("")}`,
});

/** What kustomize makes of a folder. */
export interface Kustomization {
  readonly resources: readonly string[];
  readonly [field: string]: unknown;
}

export const kustomizationFile = (
  folder: string,
  header: readonly string[],
  { resources, ...rest }: Kustomization,
): ManifestFile => ({
  file: `${folder}kustomization.yaml`,
  text: `${comment(header)}---\n${toManifestYaml({
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: [...resources],
    ...rest,
  })}`,
});
