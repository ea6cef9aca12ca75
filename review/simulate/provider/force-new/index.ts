import { AWS_FORCE_NEW } from "./aws";
import { AZURE_FORCE_NEW } from "./azure";
import { GOOGLE_FORCE_NEW } from "./google";
import { GOOGLE_CONTAINER_FORCE_NEW } from "./google-container";
import type { ForceNew } from "./table";

export type { ForceNew } from "./table";

/** What providers cannot change in place, of the types that somebody has looked up. */
export const FORCE_NEW: ForceNew = {
  ...AWS_FORCE_NEW,
  ...AZURE_FORCE_NEW,
  ...GOOGLE_FORCE_NEW,
  ...GOOGLE_CONTAINER_FORCE_NEW,
};
