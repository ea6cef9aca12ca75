import { isDeepStrictEqual } from "node:util";
import { RootConstruct } from "constructs";
import type { z } from "zod";
import type { Machine } from "../catalog";
import type { TerraformStack } from "../core/cdktf";
import type {
  DataRate,
  DeepReadonly,
  DeviceTypeInput,
  PlanningInput,
  PolicyInput,
  RackTypeInput,
  SiteCapacity,
  StateInput,
  Waiver,
} from "../model";
import type { BudgetInput } from "../model/budget";
import type { ComparisonInput } from "../model/comparison";
import type { Demand as DemandSchema } from "../model/demand";
import type { Guarantee as GuaranteeSchema } from "../model/guarantee";
import type { OfferInput } from "../model/offer";
import type { PriceBookInput } from "../model/price-book";
import { numberIn } from "../model/quantity";
import type { Scenario as ScenarioSchema } from "../model/scenario";
import type { Validation, ValidationOptions } from "../rules";
import type { ReadDocument } from "./document-files";
import type { SiteDocuments, Tenure } from "./document-groups";
import { noOrigins, type Origins } from "./origins";
import type { PhysicalSite } from "./physical-site";
import { markAsFleet, type Recorder } from "./recorder";
import type { ISite, Site } from "./site";
import type { RecordedStateStore } from "./state-store";
import type { SynthOptions, SynthResult } from "./synth";

const documentsModule = () => require("./documents") as typeof import("./documents");

/** What a fleet as a whole takes. */
export interface FleetProps {
  /**
   * Who signs the contracts.
   * @default - not named
   */
  readonly organisation?: string;
  /**
   * Where Terraform keeps its state, one key a stack: `RemoteState.s3(...)`, `.gcs(...)`, `.azureBlob(...)` or `.local()`.
   * @default RemoteState.local() - files in `state/` beside cdktf.json
   */
  readonly state?: StateInput;
  /**
   * Limits that no physics and no contract sets, but the organisation itself: which PUE is doubted, how much one guarantor may
   * stand for, when the fiscal year begins.
   * @default - those of `Policy`
   */
  readonly policy?: PolicyInput;
  /**
   * How additions are planned (`siteform capacity --plan`): for which scenarios, at what rate, within what power, money and shares.
   * @default - they are not
   */
  readonly planning?: PlanningInput;
}

/** A guarantee, its name apart. */
export type GuaranteeProps = DeepReadonly<Omit<z.input<typeof GuaranteeSchema>, "name">>;
/** A rack type, its name apart. */
export type RackTypeProps = Omit<RackTypeInput, "name">;
/** A device type, its name apart. */
export type DeviceTypeProps = Omit<DeviceTypeInput, "name">;
/** A demand, its name apart. */
export type DemandProps = DeepReadonly<Omit<z.input<typeof DemandSchema>, "name">>;

/** An offer, its name apart. */
export type OfferProps = Omit<OfferInput, "name">;
/** A price book, its name apart. */
export type PriceBookProps = Omit<PriceBookInput, "name">;
/** A budget, its name apart. */
export type BudgetProps = Omit<BudgetInput, "name">;
/** A comparison of owning and renting, its name apart. */
export type ComparisonProps = Omit<ComparisonInput, "name">;
/** A scenario, its name apart. */
export type ScenarioProps = DeepReadonly<Omit<z.input<typeof ScenarioSchema>, "name">>;

/** A link between two sites. */
export interface InterconnectProps {
  readonly between: readonly [ISite, ISite];
  /** What passes in each direction. */
  readonly rate: DataRate;
  /**
   * Who provides it.
   * @default - not said
   */
  readonly carrier?: string;
}

/**
 * All sites, contracts and demand of one organisation: the root of a program. Sites record into it; nothing is built and
 * nothing is refused before `synth()`, so that everything that is wrong is reported at once. What checks, reads and writes is
 * loaded when it is asked for.
 *
 * @example
 * const fleet = new Fleet("atlas", { state: RemoteState.s3({ bucket: "atlas-tfstate", region: "us-east-2" }) });
 */
export class Fleet extends RootConstruct implements Recorder {
  readonly name: string;
  private readonly props: FleetProps;
  /** What belongs to the fleet as a whole and has a kind of document, by its field in the fleet's spec. */
  private readonly lists = new Map<string, object[]>();
  private readonly waivers: Waiver[] = [];
  /** @internal stacks that belong to no site */
  readonly stacksOfItsOwn: { readonly name: string; readonly fill: (stack: TerraformStack) => void }[] = [];
  private readonly recordedSites: Site[] = [];
  private readonly recordedStateStores: RecordedStateStore[] = [];
  private readonly definedMachines: Machine[] = [];
  /** Where documents that were read from files came from. */
  readonly origins: Origins = noOrigins();

  constructor(name: string, props: FleetProps = {}) {
    super();
    markAsFleet(this);
    this.name = name;
    this.props = { ...props };
  }

  /** The sites, in the order in which they were declared. */
  get sites(): readonly Site[] {
    return [...this.recordedSites];
  }

  /** @internal what creates the place of the state: none, or one */
  get stateStores(): readonly RecordedStateStore[] {
    return this.recordedStateStores;
  }

  /** Adds a third party's promise to landlords that the rent is paid. */
  addGuarantee(name: string, props: GuaranteeProps): this {
    this.listOf("guarantees").push({ name, ...props });
    return this;
  }

  /** Adds a rack that the catalogue does not have; halls, pools and layouts name it. */
  addRackType(name: string, props: RackTypeProps): this {
    this.listOf("rackTypes").push({ name, ...props });
    return this;
  }

  /** Adds a device that stands in racks beside machines and that the catalogue does not have: a switch, storage, a power shelf. */
  addDeviceType(name: string, props: DeviceTypeProps): this {
    this.listOf("deviceTypes").push({ name, ...props });
    return this;
  }

  /** Adds accelerators wanted over time. */
  addDemand(name: string, props: DemandProps): this {
    this.listOf("demands").push({ name, ...props });
    return this;
  }

  /** Adds something that could be added to the fleet: a cloud contract, a lease, a site to be built. Nothing is built of it. */
  addOffer(name: string, props: OfferProps): this {
    this.listOf("offers").push({ name, ...props });
    return this;
  }

  /** Adds a way in which demand may go, as a multiple of another: planned for ten times, got eighty. */
  addScenario(name: string, props: ScenarioProps): this {
    this.listOf("scenarios").push({ name, ...props });
    return this;
  }

  /** Adds what things cost beside leases: prices of one source, at one date, in one currency. */
  addPriceBook(name: string, props: PriceBookProps): this {
    this.listOf("priceBooks").push({ name, ...props });
    return this;
  }

  /** Adds the most that may be paid in a fiscal year, for all of the fleet or for a part of it. */
  addBudget(name: string, props: BudgetProps): this {
    this.listOf("budgets").push({ name, ...props });
    return this;
  }

  /** Adds the question whether to own or to rent for a cluster: an assumption sheet, which `siteform own-or-rent` answers. */
  addComparison(name: string, props: ComparisonProps): this {
    this.listOf("comparisons").push({ name, ...props });
    return this;
  }

  /** Adds a link between two sites, with the rate it carries in each direction. It is documented; nothing is built of it. */
  addInterconnect(name: string, props: InterconnectProps): this {
    const { between, rate, ...rest } = { ...props };
    const ends = Array.isArray(between) ? between.map((site) => site?.name) : between;
    this.listOf("interconnects").push({ name, between: ends, rateGbps: numberIn(rate, "dataRate"), ...rest });
    return this;
  }

  /**
   * Adds what YAML documents describe: sites that are not clouds with their halls, clusters, leases, ..., and what belongs to the
   * fleet as a whole. What is wrong in them is reported with file, line and column.
   *
   * @param patterns file names or globs, from the folder of cdktf.json
   * @example fleet.addDocuments("sites/memphis/*.yaml")
   */
  addDocuments(patterns: string | readonly string[]): readonly PhysicalSite<SiteCapacity>[] {
    return this.readDocuments(patterns).map((documents) => this.addDocumentSite<SiteCapacity>(documents));
  }

  /** @internal the one site of a tenure that documents describe, for `OwnedSite.fromDocuments` and its like */
  addSiteFromDocuments<Capacity>(tenure: Tenure, patterns: string | readonly string[]): PhysicalSite<Capacity> {
    const { DocumentSite, NOTHING_READ, notTheOne } = documentsModule();
    const sites = this.readDocuments(patterns);
    this.origins.problems.push(...notTheOne(tenure, sites));
    const [first] = sites.map((documents) => this.addDocumentSite<Capacity>(documents));
    // Documents without a site have been reported. What the program goes on to say of the site stays outside the fleet.
    return first ?? new DocumentSite<Capacity>(new Fleet("unread"), NOTHING_READ);
  }

  private readDocuments(patterns: string | readonly string[]): readonly SiteDocuments[] {
    const { groupBySite, readDocumentFiles } = documentsModule();
    const { documents, problems } = readDocumentFiles(patterns);
    const grouped = groupBySite(documents);
    this.origins.problems.push(...problems, ...grouped.problems);
    for (const document of documents) this.addRead(document);
    return grouped.sites;
  }

  private addDocumentSite<Capacity>(documents: SiteDocuments): PhysicalSite<Capacity> {
    const { DocumentSite } = documentsModule();
    const added = new DocumentSite<Capacity>(this, documents);
    const index = this.recordedSites.indexOf(added);
    this.origins.add((path) => added.locate(path, index));
    return added;
  }

  private listOf(field: string): object[] {
    const list = this.lists.get(field) ?? [];
    this.lists.set(field, list);
    return list;
  }

  /** Adds what belongs to the fleet as a whole, by the list that its kind stands in. */
  private addRead({ kind, name, spec, locate }: ReadDocument): void {
    const row = documentsModule().fleetKinds.find((each) => each.kind === kind);
    if (row === undefined) return;
    const index = this.listOf(row.field).push({ ...spec, [row.key ?? "name"]: name }) - 1;
    const named = `${row.field}.${name}`;
    this.origins.add((path) => {
      const start = [named, `${named}[${index}]`].find((each) => path === each || path.startsWith(`${each}.`));
      return start === undefined ? undefined : locate(path.slice(start.length + 1));
    });
  }

  /**
   * Adds a stack of your own, with the fleet's backend and aspects: for what belongs to no site.
   *
   * @param fill called with the stack once the fleet has passed its rules; it needs a provider construct of its own
   */
  addStack(name: string, fill: (stack: TerraformStack) => void): this {
    this.stacksOfItsOwn.push({ name, fill });
    return this;
  }

  /** Makes a dated, reasoned exception to a rule for a path and everything below it. */
  waive(waiver: Waiver): this {
    this.waivers.push(waiver);
    return this;
  }

  /** @internal a site announces itself */
  recordSite(site: Site): void {
    this.recordedSites.push(site);
  }

  /** @internal what creates the place of the state announces itself */
  recordStateStore(store: RecordedStateStore): void {
    this.recordedStateStores.push(store);
  }

  /** @internal a machine that the catalogue lacks travels in the fleet document */
  recordMachine(machine: Machine): void {
    // Two different machines of one name are both recorded: the rule NAME-1 says so.
    if (!this.definedMachines.some((known) => isDeepStrictEqual(known, machine))) this.definedMachines.push(machine);
  }

  /** Everything recorded, unchecked: what the schema and the rules are asked about. */
  record(): unknown {
    const { API_VERSION, fleetKinds } = documentsModule();
    const sites = this.recordedSites.map((site) => site.record());
    return {
      apiVersion: API_VERSION,
      kind: "Fleet",
      metadata: { name: this.name },
      spec: {
        ...this.props,
        stateStores: this.recordedStateStores.map((store) => ({ name: `${this.name}-state`, ...store.record() })),
        sites,
        ...Object.fromEntries(fleetKinds.map(({ field }) => [field, this.listOf(field)])),
        machines: this.definedMachines.map(withoutBrand),
        waivers: this.waivers,
      },
    };
  }

  /** Checks the fleet, without writing anything. */
  validate(options: ValidationOptions): Validation {
    const { validateFleet } = require("../rules") as typeof import("../rules");
    const { withCommitted } = require("./committed-allocations") as typeof import("./committed-allocations");
    const { record, problems, locate } = withCommitted(this.name, this.record());
    const validation = validateFleet(record, options);
    const located = validation.findings.map((finding) => {
      const origin = locate(finding.path);
      return origin === undefined ? this.origins.locate(finding) : { ...finding, origin };
    });
    return { ...validation, findings: [...this.origins.problems, ...problems, ...located] };
  }

  /**
   * Checks the fleet, prints what was found, and writes Terraform for the clouds and documents for the other sites into
   * `cdktf.out`. On an error nothing is written, the last good output stays, and the process will exit with 1.
   */
  synth(options: SynthOptions = {}): SynthResult {
    const { synthesize } = require("./synth") as typeof import("./synth");
    return synthesize(this, options);
  }
}

/** A definition as the document has it: the mark that lets the compiler tell it from a catalogue entry is not data. */
function withoutBrand(machine: Machine): object {
  return Object.fromEntries(Object.entries(machine).filter(([key]) => key !== "defined"));
}
