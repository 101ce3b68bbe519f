declare module "virtual:catalogue-chunks" {
  /** route → language → address of its words */
  const chunks: Record<string, Partial<Record<"uk" | "en", string>> | undefined>;
  export default chunks;
}
