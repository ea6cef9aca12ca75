import { compareDates } from "../../model/date";
import { type PhysicalSiteSpec, phasesOf } from "../../model/site";
import { siteDates } from "../../model/site-dates";
import { type RackOnPower, type SitePower, sitePower } from "./site-power";
import { type PowerStudy, studyPower } from "./study";
import { isSound } from "./troubles";

/** A site's power at the date of one of its phases. */
export interface PhasePower {
  readonly power: SitePower;
  /** The last of the phases that open on the day. */
  readonly phase: string | undefined;
  /** Every single loss, reckoned when it is first asked for. */
  study(): PowerStudy;
}

const known = new WeakMap<PhysicalSiteSpec, WeakMap<readonly RackOnPower[], readonly PhasePower[]>>();
const noRacks: readonly RackOnPower[] = [];

/**
 * A site's power at the date of each phase, and at the end where a phase has none. Nothing without a topology, or with one that
 * cannot be followed: the rule PWR-12 says why. Reckoned once for a site and its racks.
 */
export function powerByPhase(site: PhysicalSiteSpec, racks: readonly RackOnPower[] = noRacks): readonly PhasePower[] {
  const ofSite = known.get(site) ?? new WeakMap<readonly RackOnPower[], readonly PhasePower[]>();
  known.set(site, ofSite);
  const found = ofSite.get(racks) ?? reckon(site, racks);
  ofSite.set(racks, found);
  return found;
}

function reckon(site: PhysicalSiteSpec, racks: readonly RackOnPower[]): PhasePower[] {
  if (site.powerTopology === undefined || !isSound(site.powerTopology)) return [];
  return powerDates(site).flatMap(({ date, phase }) => {
    const power = sitePower(site, date, racks);
    if (power === undefined) return [];
    let study: PowerStudy | undefined;
    return [
      {
        power,
        phase,
        study: () => {
          study ??= studyPower(power.graph, power.topology);
          return study;
        },
      },
    ];
  });
}

/** The dates of a site's phases with the last phase that opens on each; one without a date for what has none. */
export function powerDates(site: PhysicalSiteSpec): { date: string | undefined; phase: string | undefined }[] {
  const dates = siteDates(site);
  const phases = phasesOf(site);
  const days = [...new Set(phases.flatMap((phase) => dates.usable(phase) ?? []))].sort(compareDates);
  const undated = phases.filter((phase) => dates.usable(phase) === undefined);
  return [
    ...days.map((date) => ({ date, phase: phases.filter((phase) => dates.usable(phase) === date).at(-1)?.id })),
    ...(days.length === 0 || undated.length > 0 ? [{ date: undefined, phase: undated.at(-1)?.id }] : []),
  ];
}
