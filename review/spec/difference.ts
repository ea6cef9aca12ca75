import type { SpecChange } from "../report/spec-schema";
import type { Form } from "./forms";

/** Where in a spec one looks. */
export interface Place {
  readonly path: string;
  /** The path with a star for each key: what stands at places of one pattern is of one kind. */
  readonly pattern: string;
  /** The name of the field, which says the unit. */
  readonly field: string;
  readonly form: Form;
}

/** A keyed thing of a list. */
export interface Thing {
  readonly place: Place;
  readonly key: string;
  readonly item: unknown;
}

/** A difference as it is found, with what it takes to see that a thing only moved. */
export interface Difference extends Omit<SpecChange, "site"> {
  /** Of a keyed thing that came or went: what it is. */
  readonly thing?: Thing;
}

/** Finds the differences of two values at a place. */
export type Compare = (before: unknown, after: unknown, place: Place) => Difference[];
