/** The floor that rates are held against: Node's own server, the driver's own pool, one query, its rows as JSON. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { EQUAL_QUERY } from "./equal-query";

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const server = createServer((request, response) => {
  pool.query(request.url === "/health" ? "select 1" : EQUAL_QUERY).then(
    ({ rows }) => response.setHeader("Content-Type", "application/json").end(JSON.stringify(rows)),
    () => response.writeHead(503).end(),
  );
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`Ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
