import { type CloudSiteSpec, countedMeaning, type PowerFigure, phasesOf, type SiteSpec, siteDates } from "../../model";
import type { CostOptions } from "../committed-cost";
import { type CommittedSpan, siteCommitments } from "./commitment";
import { type SiteParties, sitePartiesOf } from "./parties";
import { instantOf, meet, type Span, spanOf } from "./spans";
import type { Amount } from "./steps";
import { cloudContracts, contractName, titleOf } from "./supply";
import { commitments } from "./words";

/** Power of one figure of a site, in MW, from one instant up to another. */
export interface PowerLine extends Amount, SiteParties {
  readonly site: string;
  readonly tenure: SiteSpec["tenure"];
  readonly country: string;
  readonly jurisdiction: string;
  /** The agreement by which it is there; of a cloud's site whose power several share, all of them: `contracts of rainier`. */
  readonly contract: string;
  readonly meaning: "criticalIT" | "utility";
  /** The phase whose power it is; none where it is the site's own figure. */
  readonly phase?: string;
}

/** The power of some sites over time, and figures that say too little to be counted. */
export interface PowerSupply {
  readonly lines: readonly PowerLine[];
  /** Figures whose source does not say which power is meant, and phases without a day; without a figure, sites that state no power. */
  readonly uncounted: readonly { readonly site: string; readonly phase?: string; readonly figure?: PowerFigure }[];
}

/**
 * Critical IT and utility power of some sites over time, as their figures state it: phases from the day on which they can be used, else the
 * site's own figure from the start. The one follows from the other by the peak PUE where that is stated, and then rests on an assumption.
 * Of a power that nobody states there is at least none, so that what it is part of is a floor.
 */
export function powerSupplyOf(sites: readonly SiteSpec[], options: CostOptions): PowerSupply {
  const found = sites.filter(({ retired }) => !retired).map((site) => powerOf(site, options));
  return { lines: found.flatMap(({ lines }) => lines), uncounted: found.flatMap(({ uncounted }) => uncounted) };
}

function powerOf(site: SiteSpec, options: CostOptions): PowerSupply {
  const dates = siteDates(site);
  const phases = phasesOf(site);
  const contract = titleOf(site);
  const spansOf = (phase: string | undefined): readonly HeldSpan[] =>
    site.tenure === "cloud"
      ? cloudSpans(site)
      : siteCommitments(site, options, phase).map((span) => ({ ...span, contract }));
  const parts: {
    readonly figure: PowerFigure | undefined;
    readonly phase?: string;
    readonly there: Span | undefined;
  }[] =
    phases.length > 0
      ? phases.map((phase) => {
          const day = dates.usable(phase);
          return {
            figure: phase.power,
            phase: phase.id,
            there: day === undefined ? undefined : { from: instantOf(day) },
          };
        })
      : [{ figure: site.power, there: {} }];
  const { country, subdivision } = site.location;
  const place = {
    ...sitePartiesOf(site),
    site: site.name,
    tenure: site.tenure,
    country,
    jurisdiction: subdivision ?? country,
  };
  const lines: PowerLine[] = [];
  const uncounted: PowerSupply["uncounted"][number][] = [];
  for (const { figure, phase, there } of parts) {
    const stated = figure === undefined ? [] : bothPowers(figure, site.peakPue?.value);
    if (there === undefined || stated.length === 0) {
      const named = { ...(phase === undefined ? {} : { phase }), ...(figure === undefined ? {} : { figure }) };
      uncounted.push({ site: site.name, ...named });
    }
    if (there === undefined) continue;
    const amounts = [...stated, ...unstated.filter(({ meaning }) => stated.every((each) => each.meaning !== meaning))];
    for (const span of spansOf(phase)) {
      const both = meet(there, span);
      if (both === undefined) continue;
      const { from, until } = both;
      const { commitment, contract } = span;
      for (const { meaning, value, bound, basis } of amounts) {
        const own = { from, until, commitment, contract, meaning, value, bound, basis };
        lines.push({ ...place, ...(phase === undefined ? {} : { phase }), ...own });
      }
    }
  }
  return { lines, uncounted };
}

/** What is known of a power that nobody states. */
const unstated = (["criticalIT", "utility"] as const).map((meaning) => ({
  meaning,
  value: 0,
  bound: "atLeast" as const,
  basis: "assumed" as const,
}));

/** A stretch in which a site is held, and by what. */
interface HeldSpan extends CommittedSpan {
  readonly contract: string;
}

/** A cloud's power is at each time as sure as the surest contract for machines there; without any it is not there. */
function cloudSpans(site: CloudSiteSpec): HeldSpan[] {
  const held = cloudContracts(site);
  const bounds = held.flatMap(({ from, until }) => [
    from ?? Number.NEGATIVE_INFINITY,
    until ?? Number.POSITIVE_INFINITY,
  ]);
  const cuts = [...new Set(bounds)].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((begin, index): HeldSpan[] => {
    const end = cuts[index + 1] ?? Number.POSITIVE_INFINITY;
    const there = held.filter(({ from, until }) => (from ?? begin) <= begin && (until ?? end) >= end);
    const surest = commitments.find((commitment) => there.some((each) => each.commitment === commitment));
    const [contract, other] = new Set(there.map(({ cluster, pool }) => contractName(site, cluster, pool)));
    if (surest === undefined || contract === undefined) return [];
    return [
      {
        commitment: surest,
        contract: other === undefined ? contract : `contracts of ${site.name}`,
        ...spanOf(begin, end),
      },
    ];
  });
}

function bothPowers(
  { valueMW, bound, basis, ...figure }: PowerFigure,
  peakPue: number | undefined,
): Pick<PowerLine, "meaning" | "value" | "bound" | "basis">[] {
  const meaning = countedMeaning({ valueMW, bound, basis, ...figure });
  if (meaning === undefined) return [];
  const own = { meaning, value: valueMW, bound, basis };
  if (peakPue === undefined || peakPue < 1) return [own];
  return meaning === "utility"
    ? [own, { meaning: "criticalIT", value: valueMW / peakPue, bound, basis: "assumed" }]
    : [own, { meaning: "utility", value: valueMW * peakPue, bound, basis: "assumed" }];
}
