import { formatMW, total, type UtilityService } from "../model";
import { type BackupShortfall, backupShortfalls, rideThroughShortfalls } from "../owned/power/backup";
import { overOf } from "./power-level";
import { fewOf, formatPower, inPhase, onceFor, type PowerAt, powerAtDates, rounded } from "./power-walk";
import type { Report, Rule } from "./rule";
import { physicalSites } from "./walk";

export const powerBackup: Rule = {
  id: "PWR-9",
  title: "with the grid lost and any one generator out, backup carries what it must, and batteries last until it does",
  severity: "error",
  layer: "mechanicalElectrical",
  formula:
    "loads on backup with all utilities and one generator lost: no node over its limit, none dark; ride-through >= start of the slowest generator above; BESS power >= declared ramp of the load; (units - 1) x unit power >= essential power of a utility's backup",
  source:
    "the definition of N+1 for standby generation; grid generation takes minutes to follow a ramp, so that batteries must take it up (NVIDIA on GB300 power smoothing)",
  *check(context) {
    const isNew = onceFor();
    for (const { site, path } of physicalSites(context)) {
      if (context.isPartial(`${path}.utilities`)) continue;
      for (const service of site.utilities) yield* ofService(service, `${path}.utilities.${service.name}`);
    }
    for (const at of powerAtDates(context)) {
      for (const report of [...backup(at), ...rideThrough(at)]) {
        if (isNew(report.path, report.message.slice(at.when.length))) yield report;
      }
    }
  },
};

function* ofService({ backupGeneration, bess, loadRampMW }: UtilityService, path: string): Generator<Report> {
  const essential = backupGeneration?.essentialMW;
  if (backupGeneration !== undefined && essential !== undefined) {
    const { units, unitMW } = backupGeneration;
    const limit = sum((units - 1) * unitMW);
    if (essential > limit)
      yield {
        path: `${path}.backupGeneration`,
        observed: essential,
        limit,
        unit: "MW",
        message: `${units} generators of ${formatMW(unitMW)} carry ${formatMW(limit)} with one out, less than the ${formatMW(essential)} that must live`,
      };
  }
  if (bess !== undefined && loadRampMW !== undefined && loadRampMW > bess.powerMW)
    yield {
      path: `${path}.bess.powerMW`,
      observed: loadRampMW,
      limit: bess.powerMW,
      unit: "MW",
      message: `the load may step by ${formatMW(loadRampMW)}; the batteries take up ${formatMW(bess.powerMW)} of it`,
      hint: "cap the ramp of the load, or enlarge the batteries",
    };
}

const sum = (value: number): number => total([{ value, basis: "assumed" }]).value;

/** The first generator whose loss is too much stands for all of them. */
function backup(at: PowerAt): Report[] {
  const found = backupShortfalls(at.power);
  const [worst] = found;
  return worst === undefined ? [] : [shortfall(at, worst, found.length - 1)];
}

function shortfall({ path, when, phase }: PowerAt, { out, over, dark }: BackupShortfall, others: number): Report {
  const [first] = over.flatMap(({ id, ...limits }) => overOf(id, limits) ?? []);
  const lost = `${when}with the grid lost${out === undefined ? "" : ` and ${out} out`}${others === 0 ? "" : ` (and ${others} others alike)`}`;
  const words = [
    ...(first === undefined
      ? []
      : [`${first.id} is to carry ${formatPower(first.load, first.unit)} of ${formatPower(first.limit, first.unit)}`]),
    ...(dark.length === 0 ? [] : [`${fewOf(dark)} ${dark.length === 1 ? "goes" : "go"} dark`]),
  ];
  return {
    path,
    ...inPhase(phase),
    ...(first === undefined
      ? { observed: dark.length, limit: 0, unit: "loads" }
      : { observed: rounded(first.load), limit: rounded(first.limit), unit: first.unit }),
    message: `${lost} ${words.join("; ")}`,
    hint: "add a generator, or say which loads are shed: onBackup: false",
  };
}

const rideThrough = ({ power, path, phase, when }: PowerAt): Report[] =>
  rideThroughShortfalls(power).map(({ entry, rideThroughSeconds, startSeconds }) => ({
    path: `${path}.nodes.${entry}.rideThroughSeconds`,
    ...inPhase(phase),
    observed: rideThroughSeconds,
    limit: startSeconds,
    unit: "s",
    message: `${when}${entry} rides through ${rideThroughSeconds} s; a generator above it takes ${startSeconds} s to start`,
  }));
