import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FORCE_NEW, ForceNew } from "./force-new";
import { Drift } from "./provider";
import { Block, ProviderSchema } from "./schema";
import { readProviderSchema, readTypeSchema } from "./schema-reader";
import { hasBindings, PROVIDERS, ProviderName, TypeKind } from "./schema-source";
import { RunningServer, serveProvider } from "./server";
import { type Requirements, readRequirements } from "./stacks";

/** Providers that answer like the real ones and create nothing. */
export interface SimulatedProviders {
  /** Makes Terraform use them, with no download and no lock file. */
  readonly env: { TF_REATTACH_PROVIDERS: string };
  close(): Promise<void>;
}

export interface SimulationOptions {
  /** Resource types to know beside those in the stacks, for objects that exist only in the state by now. */
  readonly resourceTypes?: readonly string[];
  /** More attributes whose change replaces the object, by resource type. */
  readonly forceNew?: ForceNew;
  /** Whether plans of what is new tell what only an apply would tell, made up. @default - they do not */
  readonly foresees?: boolean;
  /** How many elements a list must have at least, by the attribute's name. */
  readonly lengths?: ReadonlyMap<string, number>;
  /** Attributes that every refresh finds changed, by resource type. Read at each refresh, so a test may fill it late. */
  readonly drift?: Drift;
}

/**
 * Starts a provider for each that the synthesized stacks in the folders require, with the schema of the types they use.
 * What a plan or apply returns is made up; that the configuration fits the schema is real.
 */
export const startSimulatedProviders = (
  stackFolders: readonly string[],
  options: SimulationOptions = {},
): Promise<SimulatedProviders> => startProviders(readRequirements(stackFolders), options);

/** The same for what is asked of providers. */
export async function startProviders(
  requirements: Requirements,
  { forceNew = {}, drift = {}, resourceTypes = [], ...others }: SimulationOptions = {},
): Promise<SimulatedProviders> {
  const providerOptions = { forceNew: mergeForceNew(forceNew), drift, ...others };
  const sockets = await mkdtemp(join(tmpdir(), "simulated-"));
  const servers: RunningServer[] = [];
  const reattach: Record<string, object> = {};
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(sockets, { recursive: true, force: true });
  };
  try {
    for (const address of new Set(requirements.providers.values())) {
      const name = providerName(address);
      const socket = join(sockets, `${name}.sock`);
      const schema = readSchema(name, requirements, resourceTypes);
      servers.push(await serveProvider(name, schema, socket, providerOptions));
      reattach[address] = {
        Protocol: "grpc",
        ProtocolVersion: 6,
        // Terraform signals this process only when it started it, which `Test` says it did not.
        Pid: process.pid,
        Test: true,
        Addr: { Network: "unix", String: socket },
      };
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { env: { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) }, close };
}

function providerName(address: string): ProviderName {
  const name = simulatedName(address);
  if (name === undefined) {
    throw new Error(`no simulated provider for "${address}", there are ${PROVIDERS.join(", ")}`);
  }
  return name;
}

/** The provider that stands for a source address, such as `hashicorp/aws`; undefined where there is none, or its bindings are not installed. */
export function simulatedName(address: string): ProviderName | undefined {
  const name = /(?:^|\/)hashicorp\/(\w+)$/.exec(address)?.[1];
  return PROVIDERS.find((provider) => provider === name && hasBindings(provider));
}

function readSchema(name: ProviderName, { types }: Requirements, alsoResources: readonly string[]): ProviderSchema {
  const read = (kind: TypeKind, names: Iterable<string>): Map<string, Block> => {
    const schemas = new Map<string, Block>();
    for (const type of names) {
      // A type that the provider does not have is left out, and Terraform says so as it would with the real provider.
      const block = type.startsWith(`${name}_`) ? readTypeSchema(name, kind, type) : undefined;
      if (block) {
        schemas.set(type, block);
      }
    }
    return schemas;
  };
  return {
    provider: readProviderSchema(name),
    resources: read("resource", [...types.resource, ...alsoResources]),
    dataSources: read("data", types.data),
  };
}

function mergeForceNew(more: ForceNew): ForceNew {
  const merged = Object.entries(more).map(([type, names]): [string, readonly string[]] => [
    type,
    [...(FORCE_NEW[type] ?? []), ...names],
  ]);
  return { ...FORCE_NEW, ...Object.fromEntries(merged) };
}
