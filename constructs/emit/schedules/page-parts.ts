/** Parts of a page, an empty line between them; those that are empty are left out. */
export const joined = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");

export const count = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 3 });

export const percent = (share: number, digits = 2): string => `${Number((share * 100).toFixed(digits))} %`;
