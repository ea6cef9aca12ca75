import { answer } from "./data-sources";
import { type FakeContext, fillUnknown } from "./fake-values";
import type { ForceNew } from "./force-new";
import { digits } from "./identity";
import { importedObject, LATER, PathStep, planChange, planObject } from "./plan";
import { Block, ProviderSchema } from "./schema";
import { ProviderName } from "./schema-source";
import { readSettings, Settings } from "./settings";
import { isObject, ObjectValue, Unknown, Value } from "./value";

/**
 * Attributes that a refresh finds changed, by resource type: the real thing was changed by hand, or by itself. A function says it of
 * each object.
 */
export type Drift = Readonly<Record<string, ObjectValue | ((object: ObjectValue) => ObjectValue)>>;

export interface ProviderOptions {
  readonly forceNew: ForceNew;
  readonly drift: Drift;
  /** Plans of what is new tell what only an apply would tell, made up: then what a plan says can be taken for what is there. */
  readonly foresees?: boolean;
  /** How many elements a list must have at least for what the program looks up in it, by the attribute's name. */
  readonly lengths?: ReadonlyMap<string, number>;
}

/** What is kept beside an object's state. */
export interface PrivateData {
  readonly seed?: string;
  readonly imported?: boolean;
}

/** The objects that exist, over all connections of one provider. */
export class LiveObjects {
  private readonly seeds = new Set<string>();

  /** A seed that no live object has: two objects with the same configuration still get different ids. */
  public claim(wanted: string): string {
    let seed = wanted;
    for (let number = 2; this.seeds.has(seed); number += 1) {
      seed = `${wanted}-${number}`;
    }
    this.seeds.add(seed);
    return seed;
  }

  public keep(seed: string): void {
    this.seeds.add(seed);
  }

  public release(seed: string): void {
    this.seeds.delete(seed);
  }
}

/** One configured instance of a provider: the two halves of a program that works in two regions have one each. */
export class SimulatedProvider {
  private settings: Settings;

  public constructor(
    private readonly name: ProviderName,
    private readonly schema: ProviderSchema,
    private readonly live: LiveObjects,
    private readonly options: ProviderOptions,
  ) {
    this.settings = readSettings(name, null);
  }

  public configure(config: Value): void {
    this.settings = readSettings(this.name, config);
  }

  public plan(
    typeName: string,
    prior: Value,
    proposed: Value,
    config: Value,
    kept: PrivateData,
  ): { planned: Value; requiresReplace: readonly (readonly PathStep[])[] } {
    if (!isObject(proposed)) {
      return { planned: null, requiresReplace: [] };
    }
    const block = this.resource(typeName);
    const plan = planChange({
      typeName,
      block,
      prior: isObject(prior) ? prior : null,
      proposed,
      config: isObject(config) ? config : {},
      defaultTags: this.settings.defaultTags,
      forceNew: this.options.forceNew,
      imported: kept.imported === true,
    });
    if (isObject(prior) || this.options.foresees !== true) return plan;
    const seed = this.live.claim(seedOf(typeName, plan.planned));
    const context = { ...this.context(typeName, seed, plan.planned), fills: (value: Unknown) => value === LATER };
    return { ...plan, planned: fillUnknown(block, plan.planned, context) };
  }

  public apply(typeName: string, prior: Value, planned: Value, kept: PrivateData): { state: Value; kept: PrivateData } {
    if (!isObject(planned)) {
      if (kept.seed !== undefined) {
        this.live.release(kept.seed);
      }
      return { state: null, kept: {} };
    }
    const isNew = !isObject(prior);
    const wanted = seedOf(typeName, planned);
    const seed = isNew ? this.live.claim(wanted) : (kept.seed ?? wanted);
    const object = isNew ? planned : { ...planned, ...nextVersions(prior, planned) };
    return {
      state: fillUnknown(this.resource(typeName), object, this.context(typeName, seed, object)),
      kept: { seed },
    };
  }

  public refresh(typeName: string, state: Value, kept: PrivateData): Value {
    if (kept.seed !== undefined) {
      this.live.keep(kept.seed);
    }
    if (!isObject(state)) return state;
    const drift = this.options.drift[typeName];
    return { ...state, ...(typeof drift === "function" ? drift(state) : drift) };
  }

  public import(typeName: string, id: string): Value {
    return importedObject(this.resource(typeName), id);
  }

  public readData(typeName: string, config: Value): Value {
    const block = this.schema.dataSources.get(typeName);
    if (!block) {
      throw new Error(`the simulated ${this.name} provider has no data source ${typeName}`);
    }
    const asked = isObject(config) ? config : {};
    const known = Object.entries(answer(typeName, this.settings, asked, this.options.lengths)).filter(([name]) =>
      block.attributes.has(name),
    );
    const object = { ...planObject(block, asked), ...Object.fromEntries(known) };
    return fillUnknown(block, object, {
      ...this.context(typeName, seedOf(typeName, asked), object),
      isAnswer: true,
    });
  }

  private resource(typeName: string): Block {
    const block = this.schema.resources.get(typeName);
    if (!block) {
      throw new Error(`the simulated ${this.name} provider has no resource ${typeName}`);
    }
    return block;
  }

  private context(typeName: string, seed: string, object: ObjectValue): FakeContext {
    const { lengths } = this.options;
    return { settings: this.settings, typeName, seed, object, ...(lengths === undefined ? {} : { lengths }) };
  }
}

/** Numbers that count versions, where a change makes a new one. */
function nextVersions(prior: ObjectValue, planned: ObjectValue): ObjectValue {
  const counted = Object.entries(planned).filter(
    ([name, value]) => value instanceof Unknown && typeof prior[name] === "number",
  );
  return Object.fromEntries(counted.map(([name]): [string, Value] => [name, Number(prior[name]) + 1]));
}

const seedOf = (typeName: string, object: ObjectValue): string =>
  digits(typeName + JSON.stringify(object, withoutBigInt), 8);

function withoutBigInt(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
