import { z } from "zod";
import { Basis } from "./basis";
import { Purpose } from "./cluster-base";
import { type DeepReadonly, filledList, Name, Text, textLike } from "./primitives";
import { show } from "./show";

const whole = (most: number, what: string) => {
  const error = (issue: { readonly input?: unknown }) => `must be ${what}, 1 to ${most}; got ${show(issue.input)}`;
  return z.number({ error }).int({ error }).min(1, { error }).max(most, { error });
};

/**
 * A security level of RAND's "Securing AI Model Weights" (RRA2849), 1 to 5: the strongest attacker that is kept from the weights,
 * from amateurs (1) to the best efforts of the most capable states (5).
 */
export const SecurityLevel = whole(5, "a security level of RAND");
export type SecurityLevel = z.infer<typeof SecurityLevel>;

/** A protection class of EN 50600, 1 (open to the public) to 4 (fewest people, strongest entry control). */
export const ProtectionClass = whole(4, "a protection class of EN 50600");
export type ProtectionClass = z.infer<typeof ProtectionClass>;

/** What a site attains against theft of weights, and who says so. */
export const AttainedLevel = z.strictObject({ level: SecurityLevel, basis: Basis, source: Text });
export type AttainedLevel = z.infer<typeof AttainedLevel>;

/** Model weights at a site. */
export const Weights = z.strictObject({
  /** Least level a site must attain to hold them. Absent: what the policy of the organisation asks for. */
  requiredLevel: SecurityLevel.optional(),
  /** The clusters that hold weights. */
  clusters: filledList(Name, "must name at least one cluster that holds weights"),
});
export type Weights = z.infer<typeof Weights>;

/** How people prove who they are at the entry of a zone, weakest first. */
export const EntryVerification = z.enum(["none", "badge", "badgeAndPin", "biometric", "badgeAndBiometric"]);
export type EntryVerification = z.infer<typeof EntryVerification>;

/** An area with one boundary and one way in. Zones nest: the perimeter, the building, a hall, a cage. */
export const Zone = z.strictObject({
  id: Name,
  /** The zone around it. Absent: there is none, as around a perimeter. */
  parent: Name.optional(),
  protectionClass: ProtectionClass,
  entry: EntryVerification.default("none"),
  /** Whether each entry is recorded. */
  logged: z.boolean().default(false),
  /** Whether visitors are accompanied. */
  visitorEscort: z.boolean().default(false),
  /** Halls that lie in this zone and in none within it. */
  halls: z.array(Name).default([]),
  /** Clusters whose racks all stand in this zone, where halls do not say so. */
  clusters: z.array(Name).default([]),
});
export type Zone = z.infer<typeof Zone>;

/** Who may come near something. Escorted, of a BMC or of weights: each session is approved and recorded by one's own people. */
export const AccessLevel = z.enum(["none", "escorted", "unescorted"]);
export type AccessLevel = z.infer<typeof AccessLevel>;

/** In which part somebody has access. */
export const AccessParty = z.enum(["self", "landlord", "operator", "contractor", "vendor"]);
export type AccessParty = z.infer<typeof AccessParty>;

/** What one party may reach. */
export const AccessGrant = z.strictObject({
  name: Name,
  party: AccessParty,
  /** The zone for which it holds, with all within it. Absent: the whole site. */
  zone: Name.optional(),
  racks: AccessLevel,
  bmc: AccessLevel,
  weights: AccessLevel,
  /** Why, and under which clause. */
  reason: Text.optional(),
});
export type AccessGrant = z.infer<typeof AccessGrant>;

const country = textLike(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two capital letters, such as "US"');

/** Where a kind of hardware comes from. */
export const Provenance = z.strictObject({
  /** The machine or device: its product name, as in a pool. */
  name: Text,
  manufacturer: Text,
  /** Country of manufacture. */
  country,
  /** Who sells it, where not the maker; who carries it stands in `custody`. */
  supplier: Text.optional(),
  /** How it is followed from the factory to the rack: sealed transport, inspection on arrival, ... */
  custody: Text.optional(),
  /** How its firmware is known to be the maker's: a digest that is compared, a signature, or measurements attested at boot. */
  firmware: z.enum(["unknown", "digest", "signed", "attested"]).default("unknown"),
  /** What firmware is compared with, where it is by digest. */
  firmwareDigest: textLike(/^sha256:[0-9a-f]{64}$/, 'a digest "sha256:" with 64 digits of hexadecimal').optional(),
});
export type Provenance = z.infer<typeof Provenance>;

/** Where a class of work may run. */
export const Residency = z.strictObject({
  /** The class of work: `eu-personal-data`. */
  name: Name,
  /** Clusters of these purposes run such work, and those of the purpose `mixed`. */
  purposes: z.array(Purpose).default([]),
  /** Clusters that run such work whatever their purpose. */
  clusters: z.array(Name).default([]),
  /** Countries (`DE`) and subdivisions (`US-TX`) in which it may run. */
  allowed: filledList(
    textLike(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a country or subdivision of ISO 3166, such as "US" or "US-TX"'),
    "must name at least one country or subdivision in which the work may run",
  ),
  /** The law, clause or decision. */
  source: Text,
});
export type Residency = z.infer<typeof Residency>;

/** What protects a site, its hardware and the weights on it. */
export const SecurityProfile = z.strictObject({
  /** The level against theft of weights that the site attains. Absent: nobody has assessed it. */
  attained: AttainedLevel.optional(),
  weights: Weights.optional(),
  /** Nested areas, as a flat list. */
  zones: z.array(Zone).default([]),
  /** Who may reach racks, BMCs and weights. */
  access: z.array(AccessGrant).default([]),
  /** Where the hardware comes from. */
  provenance: z.array(Provenance).default([]),
  residency: z.array(Residency).default([]),
  /** Purposes for which the site may not be used. */
  barredPurposes: z.array(Purpose).default([]),
  /** Other uses that a contract or a law bars, in words. */
  barredUses: z.array(Text).default([]),
});
export type SecurityProfile = z.infer<typeof SecurityProfile>;

/** A security profile as one writes it. */
export type SecurityProfileInput = DeepReadonly<z.input<typeof SecurityProfile>>;
