import { type Duration, days, type GoogleCapacity, inHours } from "../model";

type Contract<K extends GoogleCapacity["kind"]> = Extract<GoogleCapacity, { kind: K }>;

/** A capacity contract of Google Cloud. The fields of other clouds' contracts are ruled out, whose kinds share names with these. */
export type GoogleContract = GoogleCapacity & { readonly zoneId?: never; readonly groupId?: never };

/** Launched when there is room, paid by use. */
export const onDemand = (options: Omit<Contract<"onDemand">, "kind">): Contract<"onDemand"> => ({
  kind: "onDemand",
  ...options,
});

/** Launched when there is room to spare, and taken back when there is not. */
export const spot = (options: Omit<Contract<"spot">, "kind">): Contract<"spot"> => ({ kind: "spot", ...options });

/**
 * A reservation that exists, by name; a block of it as `name/reservationBlocks/block`. It must be one that only machines
 * naming it can use. With `project`, an id such as `atlas-core`, it is another project's, shared with this one. Nothing is
 * reserved, and so nothing is bought, by Terraform: TPUs and the newer GPUs are reserved with Google's sales anyway.
 */
export const reservation = (options: Omit<Contract<"reservation">, "kind">): Contract<"reservation"> => ({
  kind: "reservation",
  ...options,
});

/**
 * Machines that Kubernetes asks for all at once, when a job in a queue wants them (ProvisioningRequest, as Kueue makes it), and
 * that run as long as that request says: pools scale from zero. TPUs and GPUs under Dynamic Workload Scheduler.
 */
export const queued = (options: Omit<Contract<"queued">, "kind">): Contract<"queued"> => ({
  kind: "queued",
  ...options,
});

/** What `flexStart` takes. */
export interface FlexStartOptions {
  /** The zone, e.g. `us-east5-a`. */
  readonly zone: string;
  /**
   * How long machines run at most: one hour to seven days.
   * @default days(7)
   */
  readonly maxRun?: Duration;
}

/** Machines that start when Google has all of them, run up to a week, and are gone: pools scale from zero when work waits. */
export function flexStart(options: FlexStartOptions): Contract<"flexStart"> {
  const { zone, maxRun = days(7), ...rest } = { ...options };
  return { kind: "flexStart", zone, maxRunHours: inHours(maxRun), ...rest };
}
