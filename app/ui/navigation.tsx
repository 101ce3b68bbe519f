/**
 * Links and forms as feature parts use them: the framework's own, named in one place, so that moving to its successor
 * touches this file and not the features.
 */
import * as framework from "@remix-run/react";
import { createContext, useContext, type ComponentProps } from "react";

export const Form = framework.Form;

/**
 * For pages drawn outside the framework (the public site): where an address of the application leads there. Null = it
 * leads nowhere, and the words stand without a link.
 */
export const LinksElsewhere = createContext<((to: string) => string | null) | null>(null);

export function Link(props: ComponentProps<typeof framework.Link>) {
  const elsewhere = useContext(LinksElsewhere);
  // a place on the page itself: the framework's link would drop what stands in the address
  if (typeof props.to === "string" && props.to.startsWith("#")) return <a href={props.to} className={props.className}>{props.children}</a>;
  if (elsewhere === null) return <framework.Link {...props} />;
  const href = elsewhere(String(props.to));
  return href === null ? <>{props.children}</> : <a href={href} className={props.className}>{props.children}</a>;
}
