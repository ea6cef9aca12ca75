import type { Construct } from "constructs";
import type { Machine } from "../catalog";
import type { Site } from "./site";
import type { RecordedStateStore } from "./state-store";

const FLEET = Symbol.for("siteform/Fleet");

/** What a fleet is to the constructs in it: they tell it of themselves, and it knows nothing of their kinds. */
export interface Recorder {
  recordSite(site: Site): void;
  recordMachine(machine: Machine): void;
  recordStateStore(store: RecordedStateStore): void;
}

/** Marks a construct as a fleet, also across copies of this package. */
export function markAsFleet(construct: Construct & Recorder): void {
  Object.defineProperty(construct, FLEET, { value: true });
}

/** Whether a value is a fleet. */
export function isRecorder(value: unknown): value is Construct & Recorder {
  return typeof value === "object" && value !== null && FLEET in value;
}

/** The fleet that a construct belongs to: its outermost scope. */
export function recorderOf(construct: Construct): Construct & Recorder {
  const { root, path } = construct.node;
  if (isRecorder(root)) return root;
  throw new Error(`${path === "" ? "this construct" : path} is not in a fleet: its outermost scope must be a Fleet`);
}
