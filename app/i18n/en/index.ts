/** The English catalogue. A key missing here, or one too many, does not compile. */
import type { TranslatedCatalogue } from "../catalogue";
import { account } from "./account";
import { admin } from "./admin";
import { audit } from "./audit";
import { bridge } from "./bridge";
import { chart } from "./chart";
import { common } from "./common";
import { csv } from "./csv";
import { edition } from "./edition";
import { entry } from "./entry";
import { errors } from "./errors";
import { formula } from "./formula";
import { help } from "./help";
import { home } from "./home";
import { indicator } from "./indicator";
import { leadership } from "./leadership";
import { method } from "./method";
import { plan } from "./plan";
import { scorecard } from "./scorecard";
import { scoring } from "./scoring";
import { shell } from "./shell";
import { statuses } from "./statuses";
import { verification } from "./verification";

export default { account, admin, audit, bridge, chart, common, csv, edition, entry, errors, formula, help, home, indicator, leadership, method, plan, scorecard, scoring, shell, statuses, verification } satisfies TranslatedCatalogue;
