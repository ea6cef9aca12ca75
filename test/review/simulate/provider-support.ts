import { FORCE_NEW } from "../../../review/simulate/provider/force-new";
import { LiveObjects, SimulatedProvider } from "../../../review/simulate/provider/provider";
import { readProviderSchema, readTypeSchema } from "../../../review/simulate/provider/schema-reader";
import { isObject, type ObjectValue, type Value } from "../../../review/simulate/provider/value";

/** A provider of AWS that answers without a Terraform that asks. */
export interface Asked {
  readData(typeName: string, config: object): ObjectValue;
  /** What a plan of a new object says, with what only an apply would tell made up. */
  foresee(typeName: string, config: object): ObjectValue;
}

/** Providers in a region, each of one type. */
export function providersIn(region: string, lengths: ReadonlyMap<string, number> = new Map()) {
  const provider = (typeName: string): Asked => {
    const [resource, data] = (["resource", "data"] as const).map((kind) => readTypeSchema("aws", kind, typeName));
    const simulated = new SimulatedProvider(
      "aws",
      {
        provider: readProviderSchema("aws"),
        resources: new Map(resource === undefined ? [] : [[typeName, resource]]),
        dataSources: new Map(data === undefined ? [] : [[typeName, data]]),
      },
      new LiveObjects(),
      { forceNew: FORCE_NEW, drift: {}, foresees: true, lengths },
    );
    simulated.configure({ region, allowed_account_ids: ["111122223333"] });
    return {
      readData: (type, config) => objectOf(simulated.readData(type, config as Value)),
      foresee: (type, config) => objectOf(simulated.plan(type, null, config as Value, config as Value, {}).planned),
    };
  };
  return { provider };
}

function objectOf(value: Value): ObjectValue {
  if (!isObject(value)) throw new Error("a provider answered nothing");
  return value;
}
