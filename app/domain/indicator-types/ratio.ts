/** A ratio of two quantities, its figure as it stands: 3 per 2 reads 1.5 (rule 7). */
import { ONE } from "../exact";
import { typeOfParts } from "./parts";

export const ratioType = typeOfParts(ONE);
