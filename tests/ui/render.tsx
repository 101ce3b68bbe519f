import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { renderToStaticMarkup } from "react-dom/server";
import type { ReactElement } from "react";
import { I18nextProvider } from "react-i18next";
import type { Language } from "../../app/i18n/language";
import { i18nByLanguage } from "../../app/i18n/translate";
import type { PageHandle, RootData } from "../../app/ui/root-data";

interface Surroundings {
  root?: Partial<RootData>;
  path?: string;
  handle?: PageHandle;
}

/** Renders as the server does, inside a router with the root loader's data, in one language. */
export async function render(element: ReactElement, language: Language = "uk", { root = {}, path = "/", handle }: Surroundings = {}): Promise<string> {
  const data: RootData = { language, user: null, nav: [], illustrative: false, csrf: "token", reference: "R-1", ...root };
  const routes = [{ id: "root", path: "/", loader: () => data, children: [{ path: "*", element, handle }, { index: true, element, handle }] }];
  const { query, dataRoutes } = createStaticHandler(routes);
  const context = await query(new Request(`http://localhost${path}`));
  if (context instanceof Response) throw new Error("the page redirected");
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nByLanguage[language]}>
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    </I18nextProvider>,
  );
}
