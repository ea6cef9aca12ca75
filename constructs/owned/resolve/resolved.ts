import type { SwitchRole } from "../../model/fabric";
import type { FirstAddress } from "./addresses";

/** A rack in which something stands. */
export interface ResolvedRack {
  /** Unique in its site: `h1-r1-01`. */
  readonly id: string;
  /** Unique among sites: `tx1-h1-r1-01`. */
  readonly name: string;
  readonly hall: string;
  readonly position: string;
  /** Middle of its footprint, in metres along and across the rows from its hall's corner. */
  readonly xM: number;
  readonly yM: number;
  readonly rackType?: string | undefined;
  readonly feeds: readonly ResolvedFeed[];
  /** Machines in it, of every pool. */
  machines: number;
  /** Switches in it. */
  switches: number;
}

/** A cord of a rack. */
export interface ResolvedFeed {
  readonly id: string;
  readonly side?: string | undefined;
  /** The node of the power topology that it hangs on. Absent: none is said. */
  readonly node?: string | undefined;
}

/** A switch of a fabric. */
export interface ResolvedSwitch {
  readonly name: string;
  readonly fabric: string;
  readonly role: SwitchRole;
  /** Counted from 1. */
  readonly plane: number;
  /** Within its role and plane, counted from 1. */
  readonly ordinal: number;
  readonly rack: ResolvedRack;
  /** Lowest rack unit. Absent: nobody says how high the rack is filled. */
  readonly unit?: number | undefined;
  readonly loopback?: number | undefined;
  readonly asn?: number | undefined;
  /** Its address in the first network of management. */
  readonly management?: number | undefined;
  /** The first of two addresses for each link to the tier above. */
  readonly uplinks?: number | undefined;
}

/** A host: one operating system. */
export interface ResolvedHost {
  readonly name: string;
  readonly cluster: string;
  readonly pool: string;
  readonly machine: string;
  /** Of the host within its pool, counted from 1. */
  readonly ordinal: number;
  /** Of its machine within its pool, counted from 1. */
  readonly machineOrdinal: number;
  readonly rack: ResolvedRack;
  /** Lowest rack unit of its machine. Absent: a machine that is a rack of its own. */
  readonly unit?: number | undefined;
  /** Place in its fabric, counted from 0, and the fabric's name. Absent: no fabric joins it. */
  readonly fabric?: { readonly name: string; readonly index: number } | undefined;
  /** The first of its addresses in each network, in the order of `ResolvedSite.hostNetworks`. */
  readonly first: readonly FirstAddress[];
}
