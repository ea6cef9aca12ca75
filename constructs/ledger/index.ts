export * from "./site-figures";
