import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation } from "@remix-run/react";
import { useContext, useEffect, useRef, type ReactNode } from "react";
import stylesheet from "./styles/app.css?url";
import { useLanguage } from "./i18n/use-format";
import { DocumentContext } from "./ui/document-context";
import { ErrorPage } from "./ui/error-page";
import { FrameHead } from "./ui/frame";
import { pageMeta } from "./ui/page-meta";
import { loadRoot } from "./web/root-data.server";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return loadRoot(args);
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, reference } = useContext(DocumentContext);
  const language = useLanguage();
  return (
    <html lang={language} data-reference={reference}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <FrameHead />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  useFocusOnArrival();
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

/** After a move inside the application the focus starts at the new page's content, as after a page load. */
function useFocusOnArrival() {
  const { pathname, hash } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    if (!hash) document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, hash]);
}
