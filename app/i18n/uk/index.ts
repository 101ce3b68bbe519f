/** The Ukrainian catalogue, the source of every message. One file a topic. */
import { account } from "./account";
import { admin } from "./admin";
import { audit } from "./audit";
import { chart } from "./chart";
import { common } from "./common";
import { csv } from "./csv";
import { entry } from "./entry";
import { errors } from "./errors";
import { formula } from "./formula";
import { help } from "./help";
import { home } from "./home";
import { indicator } from "./indicator";
import { method } from "./method";
import { plan } from "./plan";
import { scorecard } from "./scorecard";
import { shell } from "./shell";
import { statuses } from "./statuses";
import { verification } from "./verification";

export default { account, admin, audit, chart, common, csv, entry, errors, formula, help, home, indicator, method, plan, scorecard, shell, statuses, verification };
