import { DEMO_PASSWORD } from "../../seeds/demo/account-list";

/** A person without a browser: keeps cookies, reads a page's form and posts it, as a script in a ministry might. */
export interface HttpPerson {
  get(path: string): Promise<Response>;
  /** opens the page, takes over the hidden fields of its main form and posts them with `fields`; redirects are not followed */
  submit(path: string, fields: Record<string, string>): Promise<Response>;
  /** what their browser would send along, for a program that asks in their name */
  cookies(): string;
}

export function anHttpPerson(url: string): HttpPerson {
  const cookies = new Map<string, string>();
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(new URL(path, url), { redirect: "manual", ...init, headers: { ...init.headers, Cookie: header() } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]!.split("=", 2);
      cookies.set(name, value);
    }
    return response;
  };
  return {
    get: (path) => ask(path),
    cookies: header,
    async submit(path, fields) {
      const form = mainForm(await (await ask(path)).text());
      return ask(path, { method: "POST", body: new URLSearchParams({ ...hiddenFields(form), ...fields }), headers: { Origin: url } });
    },
  };
}

export async function signedIn(url: string, login: string, password = DEMO_PASSWORD): Promise<HttpPerson> {
  const person = anHttpPerson(url);
  const answer = await person.submit("/sign-in", { login, password });
  if (answer.status !== 302 && answer.status !== 303) throw new Error(`${login} could not sign in: ${answer.status}`);
  return person;
}

function mainForm(html: string): string {
  const form = /<form[^>]*id="main-form"[\s\S]*?<\/form>/.exec(html)?.[0];
  if (!form) throw new Error(`no form on the page: ${/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 200)}`);
  return form;
}

function hiddenFields(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  const attribute = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? "";
  return Object.fromEntries(inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]));
}
