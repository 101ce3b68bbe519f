import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

/**
 * A noisy test fails: whatever it prints as an error or a warning, and whatever it asks of another host. A test that
 * means to provoke a message replaces console.error itself with a spy.
 */
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

const network = setupServer();
/** For tests that answer as another system: `network.use(http.get("https://…", …))`. */
export { http, network };

let printed: string[] = [];
const original = { error: console.error, warn: console.warn };

beforeAll(() =>
  network.listen({
    onUnhandledRequest(request, print) {
      if (!LOOPBACK.has(new URL(request.url).hostname)) print.error();
    },
  }),
);
beforeEach(() => {
  printed = [];
  console.error = (...parts: unknown[]) => void printed.push(parts.map(String).join(" "));
  console.warn = console.error;
});
afterEach(() => {
  network.resetHandlers();
  Object.assign(console, original);
  expect(printed, "console.error and console.warn stay silent in tests").toEqual([]);
});
afterAll(() => network.close());
