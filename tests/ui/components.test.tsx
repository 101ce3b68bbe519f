/** Marks, tables, forms and charts as the server renders them. */
import { describe, expect, it } from "vitest";
import { BacklogLine } from "../../app/ui/backlog-line";
import { Conflict } from "../../app/ui/conflict";
import { EntryForm } from "../../app/ui/entry-form";
import { ErrorSummary } from "../../app/ui/error-summary";
import { CheckboxField, NumberField, RadioField, SelectField, TextArea, TextField } from "../../app/ui/fields";
import { FrameHead } from "../../app/ui/frame";
import { LocalText } from "../../app/ui/local-text";
import { MarksGuide } from "../../app/ui/marks-guide";
import { ReportTable } from "../../app/ui/report-table";
import { FactTag, MEASURE_MARKS, PaceLight, StatusTag, type MeasureStatusCode } from "../../app/ui/status-tag";
import { StackedBar } from "../../app/ui/stacked-bar";
import { SeriesChart } from "../../app/ui/series-chart";
import { SERIES } from "./example-series";
import { render } from "./render";

describe("marks", () => {
  it("give each of the eight statuses its own word and shape", async () => {
    const tags = await Promise.all((Object.keys(MEASURE_MARKS) as MeasureStatusCode[]).map((status) => render(<StatusTag status={status} />)));
    expect(new Set(tags.map((html) => /icon-([\w-]+)/.exec(html)?.[1])).size).toBe(8);
    expect(new Set(tags.map((html) => html.replace(/<[^>]*>/g, ""))).size).toBe(8);
  });

  it("dash facts about data and never fill them", async () => {
    expect(await render(<FactTag fact="provisional" />)).toContain("tag-fact");
    expect(await render(<StatusTag status="implemented" />)).not.toContain("tag-fact");
    expect(await render(<StatusTag status={null} />)).toContain("Ще не оцінено");
  });

  it("say pace with both figures, and nothing where there is none", async () => {
    expect(await render(<PaceLight light="at_risk" progress="17,8" expected="25,0" />)).toContain("під ризиком: 17,8 при очікуваних 25,0");
    expect(await render(<PaceLight light={null} />)).toBe("");
  });

  it("write the backlog as an equation, leaving out what is nought", async () => {
    const html = await render(<BacklogLine backlog={{ carriedIn: 28, cleared: 15, dropped: 0, suspended: 2, notAchieved: 20, carriedOut: 31 }} />);
    expect(html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ")).toBe("перейшло 28− закрито 15− зупинено 2+ не досягнуто 20= переходить далі 31");
  });

  it("draw stacked bars by counts and say them", async () => {
    const html = await render(<StackedBar of="із 46" parts={[{ label: "усі", count: 20, tone: "done" }, { label: "частина", count: 15, tone: "part" }, { label: "нічого", count: 0, tone: "fail" }, { label: "жодного", count: 11, tone: "todo" }]} />);
    expect(html).toContain('aria-label="усі 20, частина 15, жодного 11; із 46"');
    expect([...html.matchAll(/x="([\d.]+%)" y="0.5" width="([\d.]+%)"/g)].map((m) => m.slice(1))).toEqual([["0%", "43.48%"], ["43.48%", "32.61%"], ["76.09%", "23.91%"]]);
  });

  it("mark a text that exists only in the other language", async () => {
    expect(await render(<LocalText text={{ uk: "Захід", en: null }} />, "en")).toBe('<span lang="uk">Захід</span> <span class="tiny muted nowrap">(in Ukrainian only)</span>');
    expect(await render(<LocalText text={{ uk: "Захід", en: "Measure" }} />, "en")).toBe("Measure");
  });
});

describe("tables", () => {
  const table = {
    caption: "За цілями",
    columns: [{ key: "goal", head: "Ціль" }, { key: "share", head: "Частка", kind: "number" as const }],
    rows: [{ key: "1", cells: { goal: { text: "1. Перша", href: "/goals/1" }, share: { text: "70,6 %", strong: true } } }],
    total: { key: "total", cells: { goal: "Разом", share: "64,6 %" } },
  };

  it("have a caption, scopes, numbers on the right, a region that keys can reach", async () => {
    const html = await render(<ReportTable table={table} csvHref="/goals.csv" />);
    expect(html).toContain('tabindex="0" role="region" aria-label="За цілями"');
    expect(html).toMatch(/<caption>.*За цілями/);
    expect(html).toContain('<th scope="col" class="num">Частка</th>');
    expect(html).toMatch(/<th scope="row"><a [^>]*href="\/goals\/1"/);
    expect(html).toContain('<td class="num strong">');
    expect(html).toMatch(/<tfoot>.*Разом.*64,6 %/);
    expect(html).toContain('href="/goals.csv" download');
  });

  it("say what is missing when empty", async () => {
    expect(await render(<ReportTable table={{ ...table, rows: [], total: undefined }} empty="Ще нічого не подано" />)).toContain('colSpan="2" class="muted">Ще нічого не подано');
  });
});

describe("forms", () => {
  const refused = { initialValue: { scanners: "12%", parts: { numerator: "71" }, choice: "b", tick: "on", note: "" }, error: { scanners: ["errors.number"] } };
  const form = (
    <EntryForm result={refused} main idempotencyKey="k1">
      <NumberField name="scanners" label="Сканери" hint="минулого разу 17" unit="од." defaultValue="17" />
      <NumberField name="parts.numerator" label="Чисельник" />
      <TextArea name="note" label="Опис" defaultValue="старий текст" />
      <RadioField name="choice" label="Вибір" options={[{ value: "a", label: "А" }, { value: "b", label: "Б" }]} />
      <SelectField name="other" label="Інше" options={[{ value: "x", label: "Ікс" }]} empty="оберіть" />
      <CheckboxField name="tick" label="Позначка" />
      <TextField name="password" label="Пароль" type="password" defaultValue="ніколи" />
    </EntryForm>
  );

  it("stand in the order label, hint, message, box; the box points to its words", async () => {
    const html = await render(form);
    expect(html).toMatch(/<label for="field-scanners">.*id="field-scanners-hint".*id="field-scanners-message"[^<]*>.*Введіть число.*<input id="field-scanners"/s);
    expect(html).toContain('aria-invalid="true" aria-describedby="field-scanners-hint field-scanners-message field-scanners-unit"');
    expect(html).toContain("field field-error");
  });

  it("give back what was typed, emptied fields too, and never a password", async () => {
    const html = await render(form);
    expect(html).toMatch(/id="field-scanners"[^>]*value="12%"/);
    expect(html).toMatch(/id="field-parts-numerator"[^>]*value="71"/);
    expect(html).toMatch(/<input type="radio" name="choice" checked="" value="b"\/>/);
    expect(html).toMatch(/id="field-tick"[^>]*checked=""/);
    expect(html).not.toContain("старий текст");
    expect(html).not.toContain("ніколи");
  });

  it("carry the token of the browser and the key of the form", async () => {
    const html = await render(form);
    expect(html).toContain('<input type="hidden" name="_csrf" value="token"/>');
    expect(html).toContain('<input type="hidden" name="_key" value="k1"/>');
    expect(html).toContain('id="main-form"');
  });

  it("sum up errors with links to the fields; warnings when there are no errors", async () => {
    const errors = await render(<ErrorSummary result={refused} labels={{ scanners: "Сканери" }} />);
    expect(errors).toContain('role="alert"');
    expect(errors).toContain("Не подано: 1 помилка");
    expect(errors).toContain('<a href="#field-scanners">Сканери: Введіть число, без знака %</a>');
    const warnings = await render(<ErrorSummary result={{ warning: { why: ["errors.required"], that: ["errors.required"] } }} />);
    expect(warnings).toContain("Ще не надіслано: потрібні 2 пояснення");
    expect(await render(<ErrorSummary result={{ initialValue: {} }} />)).toBe("");
  });

  it("say a refusal once, though it also comes back as an error of the form", async () => {
    const problem = { status: 403, code: "own_submission", params: {}, reference: "R-7" };
    const html = await render(<ErrorSummary problem={problem} result={{ error: { "": ["errors.reason.own_submission"] } }} />);
    expect(html.match(/Власне подання/g)).toHaveLength(1);
    expect(html).not.toContain("R-7");
  });

  it("show the three versions of a conflict side by side", async () => {
    const html = await render(<Conflict rows={[{ label: "Значення", saw: "38", now: "40", yours: "45" }]}><button>Подати моє: 45</button></Conflict>);
    expect(html).toMatch(/Ви бачили.*Зараз у системі.*Ваше.*38.*40.*45.*Подати моє: 45/s);
  });
});

describe("frame", () => {
  const user = { name: "Олена Коваль", roleLabel: "Оцінювач, МВС" };
  const nav = [{ href: "/", label: "home" as const }, { href: "/plans", label: "plan" as const }];

  it("marks the place in the navigation, offers to sign out by a post, shows the other language", async () => {
    const html = await render(<FrameHead />, "uk", { path: "/plans/x?q=1", root: { user, nav } });
    expect(html).toMatch(/aria-current="page" [^>]*href="\/plans"/);
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect(html).toMatch(/<form method="post" action="\/sign-out"/);
    expect(html).toContain('<a href="/plans/x?q=1&amp;lang=en" lang="en"');
    expect(html).not.toContain("Ілюстративні дані");
  });

  it("posts the entry form to change the language, so that what is typed comes back", async () => {
    const html = await render(<FrameHead />, "uk", { path: "/x", handle: { mainForm: true } });
    expect(html).toMatch(/<button type="submit" [^>]*form="main-form" name="_lang" value="en" formnovalidate="" lang="en">English</);
  });

  it("marks invented data on every page that holds them", async () => {
    expect(await render(<FrameHead />, "uk", { root: { illustrative: true } })).toContain("Ілюстративні дані");
  });
});

describe("charts", () => {
  it("break the line at a gap and write the reason; label the last point and the target", async () => {
    const html = await render(<SeriesChart model={SERIES} />);
    expect(html).toContain("Не збиралося, 2022–2024");
    expect(html).toContain("порушення звітування від 24.02.2022");
    expect(html).toContain("ціль 100");
    expect(html).toContain("▸ план 2026–2030");
    expect(html).toContain(`aria-label="${SERIES.summary}"`);
  });
});

describe("every component", () => {
  it.each(["uk", "en"] as const)("keeps to the strict policy: no inline style, no handler in the markup (%s)", async (language) => {
    const html = await render(<><FrameHead /><MarksGuide /><SeriesChart model={SERIES} /></>, language, { root: { illustrative: true } });
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });
});
