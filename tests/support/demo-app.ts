import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, chromium, type ConsoleMessage, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { LANGUAGE_COOKIE } from "../../app/i18n/language";
import { DEMO_PASSWORD } from "../../seeds/demo/account-list";
import { type Child, startChild } from "./child";
import { onServer, withDatabase } from "./migrate-once";

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** messages of the page's console that say something is wrong, and requests that left for another host */
  complaints: string[];
}

export interface VisitSettings {
  width?: number;
  language?: "uk" | "en";
  javaScript?: boolean;
}

export interface DemoApp {
  readonly url: string;
  readonly today: string;
  readonly browser: Browser;
  /** a fresh browser profile on the app, nobody signed in */
  visit(settings?: VisitSettings): Promise<Visit>;
  /** the same, signed in by the form as a person of the demo */
  visitAs(login: string, settings?: VisitSettings): Promise<Visit>;
  /** lines the server printed, for tests of what is logged */
  readonly log: readonly string[];
}

/** The production build on its own copy of the demo, and a browser, for the tests of one file. */
export function useDemoApp(): DemoApp {
  let server: Child;
  let url: string;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    server = startChild("tests/support/processes/demo-app.ts", [inject("demoToday"), await copyOfDemo()], { TZ: "UTC" });
    const ready = await server.line((line) => line.startsWith("Ready at "));
    url = ready.replace("Ready at ", "");
    browser = await chromium.launch({ executablePath: inject("browserPath"), args: BROWSER_ARGUMENTS });
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await server?.end();
  });

  async function visit({ width = 1280, language = "uk", javaScript = true }: VisitSettings = {}): Promise<Visit> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: 900 },
      locale: language === "uk" ? "uk-UA" : "en-GB",
      javaScriptEnabled: javaScript,
      reducedMotion: "reduce",
    });
    contexts.push(context);
    // the choice of a person who has been here before; the accounts themselves mostly read Ukrainian
    await context.addCookies([{ name: LANGUAGE_COOKIE, value: language, url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && !isRefusedPost(message) && complaints.push(message.text())));
    page.on("pageerror", (error) => void complaints.push(error.message));
    page.on("request", (request) => void (new URL(request.url()).origin !== url && complaints.push(`asked ${request.url()}`)));
    // the build finds the words of each page in its code; a page that lacks one asks for all of them
    page.on("request", (request) => void (request.url().includes("/assets/words-all-") && complaints.push(`lacked a word: ${page.url()}`)));
    return { page, context, complaints };
  }

  return {
    get url() {
      return url;
    },
    get today() {
      return inject("demoToday");
    },
    get browser() {
      return browser;
    },
    get log() {
      return server.lines;
    },
    visit,
    async visitAs(login, settings) {
      const visited = await visit(settings);
      await signIn(visited.page, login);
      return visited;
    },
  };
}

const BROWSER_ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** A form that comes back with what is wrong in it is no fault of the page, though the browser's console notes its status. */
const isRefusedPost = (message: ConsoleMessage): boolean => /the server responded with a status of (409|422)/.test(message.text());

/** By the form, with the keyboard; `here`: on the sign-in page that is already open. */
export async function signIn(page: Page, login: string, password = DEMO_PASSWORD, { here = false } = {}): Promise<void> {
  if (!here) await page.goto("/sign-in");
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="password"]').press("Enter");
  await page.waitForURL((address) => address.pathname !== "/sign-in");
}

async function copyOfDemo(): Promise<string> {
  const given = inject("demoDatabase");
  if ("dump" in given) return given.dump;
  const name = `${given.template}_${randomUUID().slice(0, 8)}`;
  await onServer(given.url, `create database ${name} template ${given.template}`);
  return withDatabase(given.url, name);
}
