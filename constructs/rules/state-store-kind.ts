import type { State, StateStore } from "../model";
import type { Rule } from "./rule";

const kinds: Readonly<Record<StateStore["provider"], Exclude<State["kind"], "local">>> = {
  aws: "s3",
  google: "gcs",
  azure: "azureBlob",
};
const constructs: Readonly<Record<Exclude<State["kind"], "local">, string>> = {
  s3: "StateBucket of siteform/aws",
  gcs: "StateBucket of siteform/google",
  azureBlob: "StateContainer of siteform/azure",
};

export const stateStoreKind: Rule = {
  id: "STATE-5",
  title: "what creates the place of the state is one, and of the cloud that the state is in",
  severity: "error",
  structural: true,
  source: "the fleet's state, whose names the bucket or container gets",
  *check({ fleet: { state, stateStores }, isPartial }) {
    // A state whose form is wrong was replaced by the default; that is no local one.
    if (isPartial("state")) return;
    for (const [index, store] of stateStores.entries()) {
      const path = stateStorePath(stateStores, index);
      const kind = kinds[store.provider];
      if (index > 0) {
        yield {
          path,
          observed: stateStores.length,
          limit: 1,
          message: "a fleet has one place for its state, and so one construct that creates it",
          hint: "keep one of them",
        };
      } else if (state.kind === "local") {
        yield {
          path,
          observed: "local",
          limit: kind,
          message: "would create a place for the state, and the fleet keeps its state in local files",
          hint: `give the fleet state: RemoteState.${kind}({ ... })`,
        };
      } else if (state.kind !== kind) {
        yield {
          path,
          observed: state.kind,
          limit: kind,
          message: `creates a place for a state of the kind ${kind}, and the fleet's is ${state.kind}`,
          hint: `use ${constructs[state.kind]}, or RemoteState.${kind}({ ... })`,
        };
      }
    }
  },
};

/** The path of a store: by its name, and by its place too where several have one. */
export function stateStorePath(stores: readonly StateStore[], index: number): string {
  const name = stores[index]?.name ?? "";
  const place = stores.filter((store) => store.name === name).length > 1 ? `[${index}]` : "";
  return `stateStores.${name}${place}`;
}
