declare module "virtual:catalogue-chunks" {
  const chunks: Record<"uk" | "en", string[]>;
  export default chunks;
}
