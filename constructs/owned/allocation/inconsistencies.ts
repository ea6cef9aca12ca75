import type { PhysicalSiteSpec } from "../../model";
import type { Allocation, Placement } from "../../model/allocation";
import { countNames } from "../../model/hostlist";
import type { Contradiction } from "./contradictions";
import { addressInconsistencies } from "./inconsistent-addresses";
import { liveOf, poolKey, racksOf, releasedOf } from "./lines";
import { common, readOrdinals, type Span, spanSize, writeOrdinals } from "./ordinals";

/**
 * What of an allocation contradicts itself. Planning writes nothing of the kind: two branches that were merged may, when each has
 * appended a line, and so may a hand.
 */
export function inconsistenciesOf(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  hostsPerMachine: (machine: string) => number | undefined,
): Contradiction[] {
  return [
    ...(["placements", "releases", "switches", "subnets", "asns"] as const).flatMap((list) =>
      idsTwice(list, allocation[list]),
    ),
    ...allocation.placements.flatMap((line) => ofLine(line, hostsPerMachine(line.machine))),
    ...ordinalsTwice(
      "placements",
      allocation.placements.map((line) => ({
        ...line,
        of: `pool ${poolKey(line.cluster, line.pool)}`,
        ordinals: line.machines,
      })),
    ),
    ...ordinalsTwice(
      "switches",
      allocation.switches.map((line) => ({
        ...line,
        of: `role ${line.role} of the fabric ${line.fabric}${line.plane === undefined ? "" : `, plane ${line.plane}`}`,
        ordinals: line.switches,
      })),
    ),
    ...placesTwice(allocation),
    ...strayReleases(allocation),
    ...addressInconsistencies(site.addressPlan, allocation),
  ];
}

const MERGE = "two branches may each have appended a line: keep one of them, delete the other, and plan again";

function idsTwice(list: string, lines: readonly { readonly id: string }[]): Contradiction[] {
  const seen = new Set<string>();
  return lines.flatMap(({ id }, index): Contradiction[] => {
    const twice = seen.has(id);
    seen.add(id);
    return twice
      ? [
          {
            path: `${list}.${id}[${index}]`,
            observed: id,
            message: `the id ${id} stands twice in ${list}`,
            hint: MERGE,
          },
        ]
      : [];
  });
}

function ofLine(line: Placement, hosts: number | undefined): Contradiction[] {
  const machines = spanSize(readOrdinals(line.machines));
  const at = `placements.${line.id}`;
  if (machines === 0)
    return [
      {
        path: `${at}.machines`,
        observed: line.machines,
        message: "ordinals run backwards",
        hint: "the lower one first",
      },
    ];
  const racks = Math.ceil(machines / line.machinesPerRack);
  const positions = countNames(line.positions);
  const names = countNames(line.hosts);
  const wanted = machines * (hosts ?? 1);
  return [
    ...(positions === racks
      ? []
      : [
          {
            path: `${at}.positions`,
            observed: String(positions),
            limit: String(racks),
            message: `${machines} machines, ${line.machinesPerRack} in a rack, stand in ${racks} positions; the line has ${positions}`,
            hint: "a line is not changed by hand: restore it from version control",
          },
        ]),
    ...(hosts === undefined || names === wanted
      ? []
      : [
          {
            path: `${at}.hosts`,
            observed: String(names),
            limit: String(wanted),
            message: `${machines} machines have ${wanted} hosts; the line names ${names}`,
            hint: "a line is not changed by hand: restore it from version control",
          },
        ]),
  ];
}

interface Numbered {
  readonly id: string;
  readonly of: string;
  readonly ordinals: string;
}

/** Ordinals that two lines of one pool, or one role of a fabric, both have. */
function ordinalsTwice(list: string, lines: readonly Numbered[]): Contradiction[] {
  const before = new Map<string, { id: string; span: Span }[]>();
  return lines.flatMap(({ id, of, ordinals }): Contradiction[] => {
    const span = readOrdinals(ordinals);
    const known = before.get(of) ?? [];
    before.set(of, [...known, { id, span }]);
    const other = known.find((each) => common(each.span, span) !== undefined);
    const shared = other === undefined ? undefined : common(other.span, span);
    if (other === undefined || shared === undefined) return [];
    const message = `${writeOrdinals(shared)} of the ${of} stand in the lines ${other.id} and ${id}`;
    const field = list === "placements" ? "machines" : "switches";
    return [{ path: `${list}.${id}.${field}`, observed: ordinals, message, hint: MERGE }];
  });
}

/** Places of a rack in which two machines stand. */
function placesTwice(allocation: Allocation): Contradiction[] {
  const released = releasedOf(allocation);
  const taken = new Map<string, { id: string; span: Span }[]>();
  return allocation.placements.flatMap((line): Contradiction[] => {
    const live = liveOf(line, released);
    for (const { position, machines } of racksOf(line)) {
      const below = (line.fromSlot ?? 1) - machines.first;
      const here = live.flatMap((span) => common(span, machines) ?? []);
      const key = `${line.hall} ${position}`;
      const known = taken.get(key) ?? [];
      const spans = here.map(({ first, last }) => ({ first: first + below, last: last + below }));
      const other = known.find(({ span }) => spans.some((each) => common(span, each) !== undefined));
      if (other !== undefined) {
        const message = `machines of the lines ${other.id} and ${line.id} stand in the same place of the rack ${position} in the hall ${line.hall}`;
        return [{ path: `placements.${line.id}.positions`, observed: position, message, hint: MERGE }];
      }
      taken.set(key, [...known, ...spans.map((span) => ({ id: line.id, span }))]);
    }
    return [];
  });
}

function strayReleases(allocation: Allocation): Contradiction[] {
  const lines = new Map(allocation.placements.map((line) => [line.id, line]));
  return allocation.releases.flatMap(({ id, placement, machines }): Contradiction[] => {
    const line = lines.get(placement);
    const span = readOrdinals(machines);
    const inLine = line === undefined ? undefined : common(readOrdinals(line.machines), span);
    if (inLine !== undefined && spanSize(inLine) === spanSize(span)) return [];
    const message =
      line === undefined
        ? `there is no line ${placement} in placements`
        : `machines ${machines} are not all in the line ${placement}, which has ${line.machines}`;
    const field = line === undefined ? "placement" : "machines";
    return [
      {
        path: `releases.${id}.${field}`,
        observed: line === undefined ? placement : machines,
        message,
        hint: "correct the line",
      },
    ];
  });
}
