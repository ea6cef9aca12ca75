import type { State } from "../model";

/** The key of a stack's state within its bucket or container; for local state its file below `state/`. One key a stack. */
export function stateKey(fleet: string, state: State, stack: string): string {
  switch (state.kind) {
    case "local":
      return `${fleet}/${stack}.tfstate`;
    case "gcs":
      // Terraform adds the name of the workspace, which is `default`.
      return `${state.prefix ?? fleet}/${stack}/default.tfstate`;
    default:
      return `${state.keyPrefix ?? fleet}/${stack}.tfstate`;
  }
}

/** Everything before a stack's name in its key. */
export const statePrefix = (fleet: string, state: State): string =>
  state.kind === "local" ? fleet : ((state.kind === "gcs" ? state.prefix : state.keyPrefix) ?? fleet);

/** The bucket or container that a state is in, as one would name it; nothing for local state. */
export function statePlace(state: State): string | undefined {
  switch (state.kind) {
    case "local":
      return undefined;
    case "s3":
      return `s3://${state.bucket}`;
    case "gcs":
      return `gs://${state.bucket}`;
    case "azureBlob":
      return `https://${state.storageAccount}.blob.core.windows.net/${state.container}`;
  }
}
