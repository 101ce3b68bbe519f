/**
 * Links and forms as feature parts use them: the framework's own, named in one place, so that moving to its successor
 * touches this file and not the features.
 */
import * as framework from "@remix-run/react";

export const Link = framework.Link;
export const Form = framework.Form;
