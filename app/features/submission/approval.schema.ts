import { z } from "zod";
import { acceptSchema, returnSchema } from "../value/decision.schema";

const measurement = { measurement_id: z.uuid() };

export const approveSchema = acceptSchema.extend(measurement);
export const sendBackSchema = returnSchema.extend(measurement);
