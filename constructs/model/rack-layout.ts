import { z } from "zod";
import { rackUnits } from "./device-type";
import { Hostlist } from "./hostlist";
import { type DeepReadonly, Name, positiveCount } from "./primitives";

/**
 * What stands in each rack of a layout: devices of one type, or machines of one pool. One of `device` and `pool` is given. A machine
 * that is a whole rack is the only entry of its layout.
 */
export const RackEntry = z.strictObject({
  name: Name,
  /** A device type of the fleet or of the catalogue. */
  device: Name.optional(),
  /** The cluster of `pool`. Absent: the only cluster of the site that has a pool of that name. */
  cluster: Name.optional(),
  /** The pool whose machines these are. */
  pool: Name.optional(),
  /** In each rack. */
  count: positiveCount("devices").default(1),
  /**
   * The unit at the foot of the lowest of them, 1 at the foot of the rack; the others follow upwards without a gap. Absent: the
   * lowest place that is free once all with a place of their own stand.
   */
  fromU: rackUnits().min(1, { error: "the lowest unit of a rack is 1" }).optional(),
});
export type RackEntry = z.infer<typeof RackEntry>;

/** How racks of one kind are filled, said by hand: it goes before what the planner would do. */
export const RackLayout = z.strictObject({
  name: Name,
  hall: Name,
  /** Positions of the hall: `r01-[01-08]`. */
  racks: Hostlist,
  /** A rack type of the fleet or of the catalogue. Absent: the hall's. */
  rackType: Name.optional(),
  entries: z.array(RackEntry).default([]),
});
export type RackLayout = z.infer<typeof RackLayout>;

/** A rack layout as one writes it. */
export type RackLayoutInput = DeepReadonly<z.input<typeof RackLayout>>;
