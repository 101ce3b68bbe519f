/** Name of the platform, the only words that pages need before their catalogue (titles of documents). */
export const BRAND = { uk: "ІУК моніторинг", en: "IBM monitor" } as const;
