import { Router } from "express";
import { getAnswer } from "~db/queries/readiness";
import type { Db } from "~db/client.server";

const DATABASE_PATIENCE_MS = 3_000;

/** /healthz: the process answers. /readyz: the database answers too. Neither says more than that. */
export function healthRoutes(db: Db): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => void res.set("Cache-Control", "no-store").json({ status: "ok" }));
  router.get("/readyz", async (_req, res) => {
    const isReady = await answersInTime(getAnswer(db));
    res.status(isReady ? 200 : 503).set("Cache-Control", "no-store").json({ status: isReady ? "ready" : "database unavailable" });
  });
  return router;
}

async function answersInTime(asked: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), DATABASE_PATIENCE_MS);
  });
  const answered = asked.then(() => true, () => false);
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
