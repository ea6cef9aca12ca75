import { compressNames, toYaml } from "../../model";
import type { ScheduledCluster } from "../../owned/scheduler/scheduled";
import { topographModel } from "../../owned/scheduler/topograph";
import type { EmittedFile } from "../emit";
import { comment } from "./text";

/** The annotation by which a model says which NVLink domain nodes are in. Source: NVIDIA topograph, docs/modeling.md. */
const DOMAIN = "accelerator.topology.test/domain";

/** The cluster as a model of topograph, from which its simulations make nodes without hardware; nothing where there are no hosts. */
export function topographFiles(scheduled: ScheduledCluster): EmittedFile[] {
  const { switches, blocks } = topographModel(scheduled);
  if (blocks.length === 0) return [];
  const model = {
    ...(switches.length === 0
      ? {}
      : {
          switches: Object.fromEntries(
            switches.map(({ name, switches: below }) => [name, { switches: [...below] }] as const),
          ),
        }),
    blocks: blocks.map(({ switch: leaf, domain, nodes }) => ({
      ...(leaf === undefined ? {} : { switch: leaf }),
      nodes: rangesOf(nodes),
      ...(domain === undefined ? {} : { annotations: { [DOMAIN]: domain } }),
    })),
  };
  const head = comment([
    "A model for the simulations of NVIDIA topograph: kwok-nodes makes Kubernetes nodes of it without hardware, the providers that end",
    "with -sim answer from it. It is for tests: topograph itself discovers what is really there.",
    "Source: NVIDIA topograph 1.0, docs/modeling.md.",
  ]);
  return [{ file: "topograph.yaml", text: head + toYaml(model) }];
}

/** Names as ranges with one bracket each, at the end: topograph reads no other (internal/cluset). */
function rangesOf(names: readonly string[]): string[] {
  const stems = new Map<string, string[]>();
  for (const name of names) {
    const stem = name.replace(/\d+$/, "");
    const known = stems.get(stem);
    if (known === undefined) stems.set(stem, [name]);
    else known.push(name);
  }
  return [...stems.values()].map(compressNames);
}
