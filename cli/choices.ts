import { join } from "node:path";
import { rooms } from "../review/markdown/rooms";

/** What the framework writes into, when nothing else is said. */
export const DEFAULT_OUTPUT = "cdktf.out";

/** Where `siteform` keeps what it makes for itself in a project: plans and providers. */
export const OWN_FOLDER = ".siteform";
export const DEFAULT_PLANS = join(OWN_FOLDER, "plans");

/** The machines on which stacks are most often planned and applied. */
export const DEFAULT_PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_arm64"];

/** How findings can be written. */
export const formats = ["text", "json", "sarif", "junit"] as const;
export type Format = (typeof formats)[number];

/** How a report on capacity can be written. */
export const capacityFormats = ["text", "json", "csv", "svg"] as const;
export type CapacityFormat = (typeof capacityFormats)[number];

/** How a report on cost can be written. */
export const costFormats = ["text", "json", "csv"] as const;
export type CostFormat = (typeof costFormats)[number];

/** How a report on energy can be written. */
export const energyFormats = ["text", "json", "csv"] as const;
export type EnergyFormat = (typeof energyFormats)[number];

/** How a review can be written. */
export const reviewFormats = ["markdown", "json", "sarif"] as const;
export type ReviewFormat = (typeof reviewFormats)[number];

/** Where the Markdown of a review can go. */
export type Place = keyof typeof rooms;
export const places = Object.keys(rooms);
