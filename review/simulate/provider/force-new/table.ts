/**
 * Attributes that the real provider cannot change in place, by resource type: a change of one replaces the object. No schema that can be had
 * says it. A dotted name looks into a block that occurs once. The name of a block means all that stands in it.
 */
export type ForceNew = Readonly<Record<string, readonly string[]>>;
