import { elevationOf, lastU, type Slot, type SlotTrouble } from "../owned/racks/elevation";
import { HALVES_PER_UNIT } from "../owned/racks/whole-units";
import { type ConfigurationAt, configurations, figure, itemsIn, racksIn, verb } from "./rack-walk";
import type { Report, Rule } from "./rule";

export const rackUnits: Rule = {
  id: "RACK-1",
  title: "what stands in a rack fits its units and its depth, and nothing stands in another's place",
  severity: "error",
  layer: "racks",
  formula:
    "sum of rackUnits + reservedUnits <= units; no overlap in steps of 0.5 U; depthMm <= mountingDepthMm of the rack; a whole rack stands alone",
  source: "EIA-310-E; NetBox rack elevations, units of 0.5 U",
  *check(context) {
    for (const each of configurations(context)) {
      yield* alone(each);
      yield* units(each);
      yield* depth(each);
    }
  },
};

/** A machine that is a rack has its position to itself. */
function* alone({ path, sample, ...rest }: ConfigurationAt): Generator<Report> {
  const whole = sample.items.filter(({ item }) => item.isRack);
  const machines = whole.reduce((sum, { count }) => sum + count, 0);
  const [first] = whole;
  if (first === undefined) return;
  if (machines === 1 && sample.items.length === 1 && sample.rackType?.kind !== "cabinet") return;
  const isCabinet = machines === 1 && sample.items.length === 1;
  yield {
    path,
    observed: isCabinet ? "cabinet" : machines,
    limit: isCabinet ? "place" : 1,
    message: isCabinet
      ? `${first.item.type} is a rack of its own; ${racksIn({ sample, ...rest })} has the cabinet ${sample.rackTypeName}`
      : `${first.item.type} is a rack of its own and stands alone; ${racksIn({ sample, ...rest })} holds ${itemsIn(sample.items)}`,
    hint: "give each a position, with a rack type of the kind place",
  };
}

function* units(each: ConfigurationAt): Generator<Report> {
  const { path, sample } = each;
  const type = sample.rackType;
  if (type === undefined || sample.items.some(({ item }) => item.isRack)) return;
  const used = sample.items.reduce((sum, { item, count }) => sum + item.halfUnits * count, 0) / HALVES_PER_UNIT;
  const limit = type.units - type.reservedUnits;
  if (used > limit) {
    const kept = type.reservedUnits === 0 ? "" : ` beside the ${figure(type.reservedUnits)} that ${type.name} keeps`;
    yield {
      path,
      observed: used,
      limit,
      unit: "U",
      message: `${itemsIn(sample.items)} in ${racksIn(each)} ${verb(sample.items, "take")} ${figure(used)} U; it has ${figure(limit)} U${kept}`,
      hint: "fewer devices in a rack, or a higher rack",
    };
    return;
  }
  const [trouble] = elevationOf(sample, type).troubles;
  if (trouble !== undefined) yield { path: placeOf(path, trouble), ...told(trouble, each) };
}

const placeOf = (path: string, trouble: SlotTrouble): string => {
  const of = trouble.kind === "overlap" ? trouble.other.of : trouble.kind === "above" ? trouble.slot.of : trouble.of;
  return of.entry === undefined ? path : `${path}.entries.${of.entry}`;
};

function told(trouble: SlotTrouble, each: ConfigurationAt): Omit<Report, "path"> {
  switch (trouble.kind) {
    case "overlap":
      return {
        observed: trouble.other.fromU,
        limit: lastU(trouble.one) + (trouble.one.units < 1 ? 0.5 : 1),
        unit: "U",
        message: `in ${racksIn(each)} ${stands(trouble.other)}, where ${stands(trouble.one)}`,
        hint: "move one of them, or leave fromU out: it then takes the lowest free place",
      };
    case "above":
      return {
        observed: lastU(trouble.slot),
        limit: trouble.topU,
        unit: "U",
        message: `in ${racksIn(each)} ${stands(trouble.slot)}; the rack ends at U${figure(trouble.topU)}`,
      };
    case "noRoom":
      return {
        message: `in ${racksIn(each)} no gap is high enough for the ${trouble.of.item.type} number ${trouble.number}, which takes ${figure(trouble.of.item.halfUnits / HALVES_PER_UNIT)} U`,
        hint: "the units are enough, but not in one piece: move what has a fromU of its own",
      };
  }
}

/** `dgx-h100 stands at U1 to U8`. */
const stands = (slot: Slot): string => {
  const last = lastU(slot);
  const to = last <= slot.fromU ? "" : ` to U${figure(last)}`;
  return `${slot.of.item.type} stands at U${figure(slot.fromU)}${to}`;
};

function* depth(each: ConfigurationAt): Generator<Report> {
  const { path, sample } = each;
  const limit = sample.rackType?.mountingDepthMm;
  for (const { item, entry } of limit === undefined ? [] : sample.items) {
    if (limit === undefined || item.depthMm === undefined || item.depthMm <= limit) continue;
    yield {
      path: entry === undefined ? path : `${path}.entries.${entry}`,
      observed: item.depthMm,
      limit,
      unit: "mm",
      message: `${item.type} is ${figure(item.depthMm)} mm deep; ${sample.rackTypeName} in ${racksIn(each)} takes ${figure(limit)} mm`,
    };
  }
}
