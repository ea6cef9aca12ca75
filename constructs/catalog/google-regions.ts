import { googleTpuMachines } from "./google-machines";
import type { Machine } from "./types";

/** Regions by area, without it. Source: Compute Engine documentation, regions and zones (snapshot 2026). */
const regions: Readonly<Record<string, string>> = {
  africa: "south1",
  asia: "east1 east2 northeast1 northeast2 northeast3 south1 south2 southeast1 southeast2 southeast3",
  australia: "southeast1 southeast2",
  europe: "central2 north1 north2 southwest1 west1 west2 west3 west4 west6 west8 west9 west10 west12",
  me: "central1 central2 west1",
  northamerica: "northeast1 northeast2 south1",
  southamerica: "east1 west1",
  us: "central1 east1 east4 east5 south1 west1 west2 west3 west4",
};

const tpus: readonly Machine[] = Object.values(googleTpuMachines);

/** Regions of Google Cloud, those with TPUs only among them. They grow, so that an unknown one is a warning and never an error. */
export const googleRegions: readonly string[] = [
  ...new Set([
    ...Object.entries(regions).flatMap(([area, places]) => places.split(" ").map((place) => `${area}-${place}`)),
    ...tpus.flatMap((machine) => Object.keys(machine.offeredIn ?? {})),
  ]),
].sort();
