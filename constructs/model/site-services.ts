import type { MilestoneDates } from "./milestone";
import type { SiteSpec } from "./site";

/** A utility service as far as its days go. */
export interface DatedService {
  readonly name: string;
  readonly energization?: MilestoneDates | undefined;
  readonly ramp?:
    | readonly {
        readonly id: string;
        readonly phase?: string | undefined;
        readonly dates?: MilestoneDates | undefined;
      }[]
    | undefined;
}

/** The utility services of a site. A cloud has none that one knows of. */
export const datedServicesOf = (site: SiteSpec): readonly DatedService[] =>
  site.tenure === "cloud" ? [] : site.utilities;
