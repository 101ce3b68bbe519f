/**
 * The HTML that React wrote, read back into a tree from which React writes it again. Only for what React itself writes:
 * every element closed, attributes in double quotes, `<!-- -->` between two texts side by side.
 */
import { createElement, type ReactNode } from "react";

interface Element {
  tag: string;
  props: Readonly<Record<string, unknown>>;
  inside: Markup[];
}
export type Markup = string | Element;

const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** Their contents are no markup. */
const RAW = new Set(["script", "style"]);
/** Attributes that React takes under a name it does not write. */
const NAMES: Readonly<Record<string, string>> = {
  class: "className", for: "htmlFor", tabindex: "tabIndex", value: "defaultValue", checked: "defaultChecked",
  spellcheck: "spellCheck", crossorigin: "crossOrigin", readonly: "readOnly", novalidate: "noValidate", autofocus: "autoFocus", formnovalidate: "formNoValidate",
};
/** Written without a value. */
const FLAGS = new Set(["checked", "selected", "disabled", "required", "multiple", "readonly", "hidden", "open", "novalidate", "autofocus", "formnovalidate", "async", "defer"]);

const TOKEN = /<!--[\s\S]*?-->|<!DOCTYPE html>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;

export function readMarkup(html: string): Markup[] {
  const top: Markup[] = [];
  const open: Element[] = [{ tag: "", props: {}, inside: top }];
  let at = 0;
  const here = () => open.at(-1)!;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(html); found; found = TOKEN.exec(html)) {
    if (found.index > at) here().inside.push(unescape(html.slice(at, found.index)));
    at = TOKEN.lastIndex;
    const [, closed, tag, attributes = "", selfClosed] = found;
    if (closed) {
      if (here().tag !== closed) throw new Error(`</${closed}> closes <${here().tag}>`);
      const done = open.pop()!;
      if (closed === "select") done.props = { ...done.props, defaultValue: chosenIn(done.inside) };
    } else if (tag) {
      const element: Element = { tag, props: propsOf(tag, attributes), inside: [] };
      here().inside.push(element);
      if (RAW.has(tag)) {
        const end = html.indexOf(`</${tag}>`, at);
        if (end > at) element.props = { ...element.props, dangerouslySetInnerHTML: { __html: html.slice(at, end) } };
        at = TOKEN.lastIndex = end + tag.length + 3;
      } else if (!VOID.has(tag) && !selfClosed) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${here().tag}> is never closed`);
  return top;
}

function propsOf(tag: string, attributes: string): Record<string, unknown> {
  return Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value]) => {
    const isOwnValue = name === "value" && tag !== "input";
    return [isOwnValue ? name : propOf(name), FLAGS.has(name) && !value ? true : unescape(value ?? "")];
  }));
}

const propOf = (name: string): string => NAMES[name] ?? (/^(aria|data)-/.test(name) ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));

/** React is told what is chosen at the list, and writes it at the choice. */
function chosenIn(inside: readonly Markup[]): unknown {
  const chosen = inside.flatMap((one) => (typeof one === "object" && one.tag === "option" && one.props.selected ? [one] : []))[0];
  if (chosen === undefined) return undefined;
  const { selected: _selected, ...props } = chosen.props;
  chosen.props = props;
  return props.value ?? chosen.inside.join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const unescape = (text: string): string => text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

/** Made anew each time, as the elements of a page are. */
export function toElements(markup: readonly Markup[]): ReactNode {
  return markup.map((one, index) => toElement(one, index));
}

function toElement(markup: Markup, key?: number): ReactNode {
  if (typeof markup === "string") return markup;
  return createElement(markup.tag, key === undefined ? markup.props : { ...markup.props, key }, ...markup.inside.map((one) => toElement(one)));
}
