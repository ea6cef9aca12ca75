import { z } from "zod";

/** The form of a module, or of a plug of copper, and of the cage that takes it. */
export const Plug = z.enum(["osfp", "qsfp112", "qsfp28"]);
export type Plug = z.infer<typeof Plug>;

/**
 * The connector of a fibre at a module: `mpo12Apc` for twelve fibres, polished at an angle (green), `mpo12Upc` for twelve, polished
 * flat, `lcDuplex` for a pair. An angled and a flat one do not fit.
 */
export const FibreConnector = z.enum(["mpo12Apc", "mpo12Upc", "lcDuplex"]);
export type FibreConnector = z.infer<typeof FibreConnector>;

/**
 * Forward error correction of a link: Reed-Solomon codes RS(528,514) and RS(544,514), the second also called KP4; the fire code
 * BASE-R; or none.
 */
export const ErrorCorrection = z.enum(["none", "fireCode", "rs528", "rs544"]);
export type ErrorCorrection = z.infer<typeof ErrorCorrection>;

/** A kind of fibre: multimode of 50 um (`om3` to `om5`), single-mode (`os1`, `os2`). */
export const FibreType = z.enum(["om3", "om4", "om5", "os1", "os2"]);
export type FibreType = z.infer<typeof FibreType>;

/** What one end of links is fitted with, as it is bought and configured. */
export const LinkEnd = z.strictObject({
  /** Default: one that the end takes. */
  plug: Plug.optional(),
  /** Default: that of the optical module. */
  connector: FibreConnector.optional(),
  /** Default: what lanes of the speed run. */
  fec: ErrorCorrection.optional(),
});
export type LinkEnd = z.infer<typeof LinkEnd>;

/** The two ends of the links of a tier. */
export const TierEnds = z.strictObject({
  /** At the hosts, the leaves below spines, or the spines below cores. */
  lower: LinkEnd.optional(),
  upper: LinkEnd.optional(),
});
export type TierEnds = z.infer<typeof TierEnds>;

/** What the ends of the links of a compute fabric are fitted with, by tier. */
export const LinkEnds = z.strictObject({
  hostLeaf: TierEnds.optional(),
  leafSpine: TierEnds.optional(),
  spineCore: TierEnds.optional(),
});
export type LinkEnds = z.infer<typeof LinkEnds>;

/** The fibre that lies, or is ordered, for the links of a tier. Default of each: as the modules take it. */
export const TierFibres = z.strictObject({
  hostLeaf: FibreType.optional(),
  leafSpine: FibreType.optional(),
  spineCore: FibreType.optional(),
});
export type TierFibres = z.infer<typeof TierFibres>;
