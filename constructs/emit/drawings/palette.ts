/** Colours of things that are told apart in one drawing, such as pools: soft fills that bear dark text, each with its edge. */
export interface Paint {
  readonly fill: string;
  readonly edge: string;
}

/** After Okabe and Ito's colours for all kinds of sight, lightened so that text on them is readable. */
const paints: readonly Paint[] = [
  { fill: "#b8d8f0", edge: "#0072b2" },
  { fill: "#fbd9a5", edge: "#b36b00" },
  { fill: "#b2e2d3", edge: "#00795a" },
  { fill: "#f0c8dc", edge: "#a44a7b" },
  { fill: "#f6eda0", edge: "#857a00" },
  { fill: "#f5c3ab", edge: "#b34700" },
  { fill: "#cdc7ea", edge: "#5b4fa3" },
  { fill: "#d3dce2", edge: "#52606d" },
];

/** The paint of the n-th thing, 0 for the first; after the last they begin anew. */
export function paintOf(index: number): Paint {
  const paint = paints[index % paints.length];
  if (paint === undefined) throw new Error(`a drawing cannot paint the thing number ${index}`);
  return paint;
}
