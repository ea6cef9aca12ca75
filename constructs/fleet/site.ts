import { Construct } from "constructs";
import type { DefinedMachine, Machine } from "../catalog";
import type { TerraformStack } from "../core/cdktf";
import type { FleetDocument, LocationInput, SiteSpec } from "../model";
import { type Recorder, recorderOf } from "./recorder";

/** A site, wherever and however it is held: what other constructs accept. */
export interface ISite {
  /** The site's name, unique in the fleet. */
  readonly name: string;
}

/** What every site takes. */
export interface SiteProps {
  /** Where the site stands: ISO 3166 codes. */
  readonly location: LocationInput;
  /**
   * What people call it.
   * @default - the name
   */
  readonly displayName?: string;
}

/** What a checked site is built with. */
export interface SiteBuild {
  readonly fleet: FleetDocument;
  /** A stack of the fleet, with its backend and the fleet's aspects. The name is its folder and its state's key. */
  stack(name: string): TerraformStack;
  /** A machine of the fleet's own or of the catalogue. The rules have made sure that it exists. */
  machine(type: string): Machine;
}

/** A machine as a pool names it: its product name, or a definition newer than the catalogue. */
export const machineName = (machine: string | DefinedMachine): string =>
  typeof machine === "object" && machine !== null ? machine.type : machine;

/**
 * One place in one jurisdiction. A site records what is said about it; its stacks come to exist only after the whole fleet
 * has passed its rules, and then as a function of the checked document.
 */
export abstract class Site extends Construct implements ISite {
  readonly name: string;
  private retired = false;

  protected constructor(scope: Construct, name: string) {
    if (!Construct.isConstruct(scope)) {
      throw new Error(`${new.target.name} needs the fleet, or a construct in it, as its first argument`);
    }
    super(scope, freeId(scope, name));
    this.name = name;
    recorderOf(this).recordSite(this);
  }

  /** Whether `retire()` was called. */
  get isRetired(): boolean {
    return this.retired;
  }

  /**
   * Takes the site out of service: its stacks stay, with nothing in them, so that the next deploy destroys what they hold.
   * Delete the construct after that deploy.
   */
  retire(): this {
    this.retired = true;
    return this;
  }

  /** Whether the program changes the site's stacks by hooks of its own. */
  get isHooked(): boolean {
    return false;
  }

  /** Packages that the site's stacks are built with, beside the framework. */
  get packages(): readonly string[] {
    return [];
  }

  /** Everything said about the site, unchecked. */
  abstract record(): object;

  /** Builds the site's stacks from its checked document. */
  abstract build(spec: SiteSpec, build: SiteBuild): void;

  /** The fleet that the site belongs to. */
  protected recorder(): Recorder {
    return recorderOf(this);
  }

  /**
   * The record of a site: everything its author gave, whether a field is known or not, so that a field nobody knows is
   * reported and not lost; and what the construct adds.
   */
  protected recordOf(given: object | undefined, added: object): object {
    return { ...(typeof given === "object" ? given : {}), name: this.name, ...added, retired: this.retired };
  }
}

/**
 * The construct tree throws on equal and on empty ids, at the first one. A fleet reports all of them together, so the second
 * site of a name gets an id of its own here and the rule NAME-1 says what is wrong.
 */
export function freeId(scope: Construct, name: string): string {
  const wanted = typeof name === "string" && name !== "" ? name : "unnamed";
  let id = wanted;
  // The tree looks its children up in a plain object, which has a "constructor" of its own.
  for (let copy = 2; id in {} || scope.node.tryFindChild(id) !== undefined; copy++) id = `${wanted}~${copy}`;
  return id;
}
