import { describe, expect, it } from "vitest";
import { type Action, type Role, ROLES } from "../../app/domain/roles";
import { LANGUAGES } from "../../app/i18n/language";
import { ROUTE_RULES } from "../../app/web/route-rules";
import { useDemoApp, type Visit } from "../support/demo-app";
import { examiner, PHONE } from "./examine";
import { PAGE_PATTERNS, walk } from "./walk";

const app = useDemoApp();
const faultsOf = examiner();
const REAL_PLAN = "/plans/EU4IBM-RES";

/** One account a role; of focal points the one that both coordinates and executes is cleared for restricted parts. */
const PEOPLE: readonly { login: string; role: Role; receipts: boolean }[] = [
  { login: "focal.sbgs", role: "focal_point", receipts: true },
  // in the story nothing of this body has been approved yet
  { login: "approver.sms", role: "agency_approver", receipts: false },
  { login: "coordinator", role: "coordinator", receipts: true },
  { login: "evaluator.scmu", role: "evaluator", receipts: true },
  { login: "leadership", role: "leadership", receipts: true },
  // a receipt is of what is not verified yet: not for the public
  { login: "reader", role: "reader", receipts: false },
  { login: "admin", role: "administrator", receipts: false },
  { login: "security", role: "security_administrator", receipts: false },
];

/** Patterns that the role's links must lead to: by the table of routes, the first action it names being the page's purpose. */
function patternsFor(role: Role, receipts: boolean): string[] {
  return PAGE_PATTERNS.filter((pattern) => {
    const load = ROUTE_RULES[pattern]?.load;
    if (pattern === "/submissions/:id") return receipts;
    return load === "signed_in" || (Array.isArray(load) && ROLES[role][load[0] as Action] !== undefined);
  });
}

/** Faults of one address in both languages, said with the address. */
async function examine({ page, complaints }: Visit, address: string, status = 200): Promise<string[]> {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const response = await page.goto(`${address}?lang=${language}`);
    const found = [
      ...(response?.status() === status ? [] : [`status ${response?.status()}`]),
      ...(await faultsOf(page, language)),
      ...(await bannerFaults(page)),
      ...complaints.splice(0).filter((text) => status === 200 || !text.includes(`a status of ${status}`)),
    ];
    faults.push(...found.map((fault) => `${address} (${language}): ${fault}`));
  }
  return faults;
}

/** Invented data is marked on every page that shows it; the real plan's own pages are not. */
async function bannerFaults(page: Visit["page"]): Promise<string[]> {
  const path = new URL(page.url()).pathname;
  const [crumb] = await page.locator('.crumbs a[href^="/plans/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const plan = path.startsWith("/plans/") ? path : crumb;
  if (plan === undefined) return [];
  const isMarked = (await page.locator(".banner").count()) === 1;
  if (plan.startsWith(REAL_PLAN)) return isMarked ? ["a real plan is marked as invented"] : [];
  return isMarked ? [] : ["invented data without a mark"];
}

describe("every page of every role, in both languages, at 1280 and 360 px", () => {
  it.each(PEOPLE)("$login", { timeout: 480_000 }, async ({ login, role, receipts }) => {
    const visit = await app.visitAs(login, { width: PHONE });
    const faults: string[] = [];
    const met = await walk(visit.page, async (address) => void faults.push(...(await examine(visit, address))));
    expect(faults).toEqual([]);
    expect(patternsFor(role, receipts).filter((pattern) => !met.includes(pattern))).toEqual([]);
  });

  it("nobody: signing in, help, an address that is nothing, a link that is spent", async () => {
    const visit = await app.visit({ width: PHONE });
    const faults: string[] = [];
    for (const address of ["/sign-in", "/help/marks", "/help/method"]) faults.push(...(await examine(visit, address)));
    for (const address of ["/nothing-here", "/reset/not-a-token"]) faults.push(...(await examine(visit, address, 404)));
    expect(faults).toEqual([]);
  });
});
