import { documents } from "../../support";

/** YAML reads 1.30 as the number 1.3, an amount as a number, and a name of digits too. */
export const fleet = () => documents();
