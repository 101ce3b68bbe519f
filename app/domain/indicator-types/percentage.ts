/** A percentage; its figure is in per cent: 1 of 2 reads 50, and a share of 64.6 is 64.6 % (rule 7). */
import { HUNDRED } from "../exact";
import { typeOfParts } from "./parts";

export const percentageType = typeOfParts(HUNDRED);
