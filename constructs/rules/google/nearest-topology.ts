import { type Machine, resolveTopology, topologiesOf } from "../../catalog";

/** What to write in place of a topology that a machine does not have: those of about as many chips. */
export function ofAbout(chips: number, machine: Machine): string | undefined {
  const off = (each: string) => Math.abs((resolveTopology(machine, each)?.chips ?? 0) - chips);
  const closest = [...topologiesOf(machine)].sort((a, b) => off(a) - off(b)).slice(0, 3);
  if (closest.length === 0) return undefined;
  const [first = ""] = closest;
  return off(first) === 0 ? `${first} has ${chips} chips` : `of about ${chips} chips there are ${closest.join(", ")}`;
}
