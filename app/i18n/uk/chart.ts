export const chart = {
  region: "Графік: {{title}}",
  verified: "перевірене",
  provisional: "попереднє",
  target: "ціль",
  targetValue: "ціль {{value}}",
  baseline: "базове",
  gap: "немає даних, з причиною",
  break: "межа редакцій плану: лінія не переходить",
  png: "PNG",
  inShort: "Коротко: {{summary}}",
};
