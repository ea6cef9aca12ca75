import { isWithin } from "../../constructs/model/path";
import { type AttributeChange, diffSides } from "../plan/attributes";
import { isObject, type JsonObject, objectAt } from "../plan/json";
import type { PlanJson } from "../plan/read-plan";
import { type ResourceChange, resourceChanges } from "../plan/resource-change";

/**
 * What a plan would do beside what was reviewed.
 *
 * @param isResumed a part of what was reviewed is done: it may be missing
 * @returns what differs, by address and without a value; empty where everything the plan does was reviewed
 */
export function differences(reviewed: PlanJson, now: PlanJson, isResumed: boolean): string[] {
  const before = byKey(effects(reviewed));
  const rest = isResumed ? restsOfReplacements(reviewed) : new Map<string, Effect>();
  const after = byKey(effects(now).filter((effect) => !isRest(effect, rest)));
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  return [
    ...[...after.values()].flatMap((effect) => {
      const known = before.get(effect.key);
      return known === undefined ? [`${effect.key}: ${effect.does}, which was not reviewed`] : changed(known, effect);
    }),
    ...(isResumed ? [] : gone.filter(({ isOpen }) => !isOpen).map(({ key }) => `${key}: no longer changes`)),
  ];
}

/** One thing that a plan does, with its values in the plain: for comparison, never to be shown. */
interface Effect {
  readonly key: string;
  readonly does: string;
  readonly attributes: readonly AttributeChange[];
  /** It was reviewed as something that depends on what is not known yet, and so may turn out to be nothing. */
  readonly isOpen: boolean;
}

const byKey = (all: readonly Effect[]): Map<string, Effect> => new Map(all.map((each) => [each.key, each]));

function effects(plan: PlanJson): Effect[] {
  return [
    ...resourceChanges(plan)
      .filter(
        ({ action, previousAddress, importing }) => action !== "read" || (previousAddress ?? importing) !== undefined,
      )
      .map(resourceEffect),
    ...Object.entries(objectAt(plan.json, "output_changes")).flatMap(([name, change]) =>
      isObject(change) ? outputEffect(name, change) : [],
    ),
  ];
}

function resourceEffect({
  address,
  deposed,
  action,
  order,
  previousAddress,
  importing,
  change,
}: ResourceChange): Effect {
  const attributes = plainly(change);
  return {
    key: deposed === undefined ? address : `${address} (deposed ${deposed})`,
    does: [
      order === undefined ? action : `${action} (${order})`,
      ...(previousAddress === undefined ? [] : [`moved from ${previousAddress}`]),
      ...(importing === undefined ? [] : ["import"]),
    ].join(", "),
    attributes,
    isOpen: action === "update" && attributes.length > 0 && attributes.every(isUnknown),
  };
}

/** Of replacements, that the new object is created: what is left of one whose old object is gone. */
const restsOfReplacements = (plan: PlanJson): Map<string, Effect> =>
  byKey(
    resourceChanges(plan)
      .filter(({ action }) => action === "replace")
      .map(({ order: _, ...each }) =>
        resourceEffect({ ...each, action: "create", change: { ...each.change, before: null } }),
      ),
  );

/** Whether an effect is what is left of a reviewed replacement: a creation, or the end of the object that was replaced. */
function isRest(effect: Effect, rests: ReadonlyMap<string, Effect>): boolean {
  const [, address] = /^(.*) \(deposed \w+\)$/.exec(effect.key) ?? [];
  if (address !== undefined) return rests.has(address) && effect.does === "delete";
  const rest = rests.get(effect.key);
  return rest !== undefined && effect.does === "create" && changed(rest, effect).length === 0;
}

function outputEffect(name: string, change: JsonObject): Effect[] {
  const attributes = plainly(change);
  if (attributes.length === 0) return [];
  return [{ key: `output ${name}`, does: "change", attributes, isOpen: attributes.every(isUnknown) }];
}

/** Both sides with nothing hidden: a secret that is another one is another change. */
const plainly = ({ before, after, after_unknown: unknown }: JsonObject): AttributeChange[] =>
  diffSides({ before, after, unknown, beforeMask: false, afterMask: false });

const isUnknown = ({ after }: AttributeChange): boolean => after?.is === "unknown";

function changed(reviewed: Effect, now: Effect): string[] {
  const { key } = now;
  if (reviewed.does !== now.does) return [`${key}: ${now.does}, where ${reviewed.does} was reviewed`];
  const known = new Map(reviewed.attributes.map((each) => [each.path, each]));
  const open = reviewed.attributes.filter(isUnknown).map(({ path }) => path);
  const other = now.attributes.filter((each) => {
    // What was to be known only later may be anything now.
    if (open.some((path) => isPartOf(each.path, path))) return false;
    return !isSame(known.get(each.path), each);
  });
  const paths = new Set(now.attributes.map(({ path }) => path));
  const missing = reviewed.attributes.filter((each) => !isUnknown(each) && !paths.has(each.path));
  return [...other, ...missing].map(({ path }) => `${key}: ${path === "" ? "its value" : path} is not as reviewed`);
}

/** What is unknown as a whole has no path. */
const isPartOf = (path: string, whole: string): boolean => whole === "" || isWithin(path, whole);

const isSame = (one: AttributeChange | undefined, other: AttributeChange): boolean =>
  one !== undefined && JSON.stringify([one.before, one.after]) === JSON.stringify([other.before, other.after]);
