import { setFlagsFromString } from "node:v8";

/**
 * Keeps the space in which new objects are made as small as it began. What a plan holds stays until its review is written, and is moved out
 * of that space at once; where it grows instead, each of its pages must first be had from the system, which takes longer than reviewing.
 */
export const keepYoungSpaceSmall = (): void => setFlagsFromString("--semi-space-growth-factor=1");
