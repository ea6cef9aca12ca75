import type { Survival } from "../model";
import { type Uncooled, uncooledWithout } from "../owned/cooling/after-loss";
import type { HeatSources } from "../owned/cooling/heat";
import { mustSurvive } from "../owned/power/losses";
import type { CoolingLoss } from "../owned/power/study";
import { amount, few } from "./cooling-words";
import { type PowerAt, powerAtDates, racksAt } from "./power-walk";
import type { Report, RuleContext } from "./rule";
import type { Scene, Step } from "./scenes";

/** What is uncooled after a loss, and whether all that is must live through it. */
interface Found {
  readonly loss: CoolingLoss;
  readonly uncooled: Uncooled;
  readonly severity: "error" | "warning";
}

/**
 * Loops, or air, that a loss in the power tree leaves with too little: a part of the rules COOL-1 and COOL-2. A loss takes the
 * components that go dark with it, by the transfers that are declared, and so also what one board above two takes. Racks that go
 * dark with it give off no heat. Sides and common causes are asked of racks that must live through them. What lives on all the
 * same and is too hot is a warning, and so is what may live on: racks of which nobody says what feeds them.
 */
export function afterLosses(context: RuleContext, scene: Scene, step: Step, of: "liquid" | "air"): Report[] {
  const found = reckoned(context, scene, step).filter(
    ({ uncooled }) => (uncooled.loop === undefined) === (of === "air"),
  );
  const places = [...new Set(found.map(({ uncooled }) => placeOf(uncooled)))];
  // Of each loop and hall the gravest: errors before warnings, and of those what leaves least.
  return places.map((place) => {
    const here = found.filter(({ uncooled }) => placeOf(uncooled) === place);
    const grave = here.filter(({ severity }) => severity === "error");
    const all = grave.length > 0 ? grave : here;
    const worst = all.reduce((most, each) => (missing(each) > missing(most) ? each : most));
    return reportOf(scene, worst);
  });
}

const placeOf = ({ loop, halls }: Uncooled): string => loop ?? halls.join(" ");
const missing = ({ uncooled }: Found): number => uncooled.heatKW - uncooled.leftKW;

const known = new WeakMap<Scene, Map<string, readonly Found[]>>();

/** Reckoned once for both rules. */
function reckoned(context: RuleContext, scene: Scene, step: Step): readonly Found[] {
  const ofScene = known.get(scene) ?? new Map<string, readonly Found[]>();
  known.set(scene, ofScene);
  const key = step.date ?? "";
  const found = ofScene.get(key) ?? reckon(context, scene, step);
  ofScene.set(key, found);
  return found;
}

function reckon(context: RuleContext, scene: Scene, step: Step): Found[] {
  const power = powersOf(context).find(({ site, power: { date } }) => site === scene.site && date === step.date);
  if (power === undefined || step.units.length === 0) return [];
  const survivals = new Map(racksAt(context, scene.site).loads.map(({ id, survival }) => [id, survival]));
  const seen = new Set<string>();
  return power.study().coolingLosses.flatMap((loss) => {
    const isPowered = hasSource(power, loss);
    const { kind, survival } = loss.loss;
    const key = [kind, survival, isPowered, ...loss.components, "-", ...loss.dark.map(({ id }) => id)].join(" ");
    if (seen.has(key)) return [];
    seen.add(key);
    const stopped = new Set(loss.components);
    const uncooled = (sources: HeatSources) => uncooledWithout(scene.site, sources, step.units, stopped, step.isThere);
    const { sure, all } = living(scene, loss, survivals, isPowered);
    const graves = uncooled(kind === "node" ? sure : obliged(sure, loss, survivals));
    const places = new Set(graves.map(placeOf));
    const others = uncooled(all).filter((each) => !places.has(placeOf(each)));
    return [
      ...graves.map((each) => ({ loss, uncooled: each, severity: "error" as const })),
      ...others.map((each) => ({ loss, uncooled: each, severity: "warning" as const })),
    ];
  });
}

/** Whether something is left that power may come from. */
const hasSource = ({ power: { graph } }: PowerAt, { loss }: CoolingLoss): boolean =>
  graph.nodes.some(({ parents }, index) => parents.length === 0 && !loss.members.includes(index));

const powers = new WeakMap<RuleContext, readonly PowerAt[]>();

function powersOf(context: RuleContext): readonly PowerAt[] {
  const found = powers.get(context) ?? [...powerAtDates(context)];
  powers.set(context, found);
  return found;
}

const idOf = ({ hall, position }: { readonly hall: string; readonly position: string }): string =>
  `${hall}-${position}`;

/** What still gives off heat: of racks that hang on the tree, and with those of which nobody says what feeds them. */
interface Living {
  readonly sure: HeatSources;
  readonly all: HeatSources;
}

/**
 * Racks that no feed ties to the tree may live or not. Where loads of IT that stand for them go dark, or no source is left, they are
 * taken to be dark too.
 */
function living(
  scene: Scene,
  { dark }: CoolingLoss,
  survivals: ReadonlyMap<string, Survival>,
  isPowered: boolean,
): Living {
  const ids = new Set(dark.map(({ id }) => id));
  const isOpen = !isPowered || dark.some(({ kind, id }) => kind === "it" && !survivals.has(id));
  const racks = scene.racks.filter((rack) => survivals.has(idOf(rack)) && !ids.has(idOf(rack)));
  const off = scene.racks.filter((rack) => !survivals.has(idOf(rack)));
  const sure = { racks, loose: [] };
  return { sure, all: isOpen ? sure : { racks: [...racks, ...off], loose: scene.loose } };
}

/** Of it, what must live through a loss. */
function obliged({ racks }: HeatSources, { loss }: CoolingLoss, survivals: ReadonlyMap<string, Survival>): HeatSources {
  return {
    racks: racks.filter((rack) => mustSurvive(survivals.get(idOf(rack)) ?? "none", loss.survival)),
    loose: [],
  };
}

function reportOf(scene: Scene, { loss: { loss }, uncooled, severity }: Found): Report {
  const { halls, loop, heatKW, leftKW, installedKW, stopped } = uncooled;
  const groups = [...new Set(stopped.map(({ group }) => group))];
  const left = leftKW === 0 ? "nothing" : amount(leftKW, "kW");
  const heat =
    loop === undefined
      ? `the air of ${few(halls)} takes ${amount(heatKW, "kW")}`
      : `the loop ${loop} carries ${amount(heatKW, "kW")}`;
  return {
    path: `${scene.path}.coolingTopology.${loop === undefined ? `units.${groups[0]}` : `loops.${loop}`}`,
    ...(severity === "error" ? {} : { severity }),
    observed: heatKW,
    limit: leftKW,
    unit: "kW",
    message: `${heat} of racks that live on when ${loss.name} is lost; it stops ${few(stopped.map(({ id }) => id))}, and ${left} is left of ${amount(installedKW, "kW")}`,
    hint:
      severity === "error"
        ? "feed what cools them from boards that no single loss takes together"
        : "feed what cools them from boards that no loss takes together; say what feeds the racks, as rackSupplies, if they go dark too",
  };
}
