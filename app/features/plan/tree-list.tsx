/** The tree of a plan as nested lists: goals, measures under the deepest of them, indicators with their last value. */
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { IndicatorStateTag } from "~/features/indicator/state-tag";
import { LocalText } from "~/ui/local-text";
import { FactTag, PaceLight } from "~/ui/status-tag";
import type { IndicatorLine, MeasureLine, NodeLine } from "./tree-lines";

export function TreeList({ nodes }: { nodes: readonly NodeLine[] }) {
  return (
    <div className="stack">
      {nodes.map((node) => (
        <section className="card stack-tight" key={node.id} aria-labelledby={`node-${node.id}`}>
          <NodeHead node={node} depth={2} />
          <NodeBody node={node} depth={2} />
        </section>
      ))}
    </div>
  );
}

/** Headings go as deep as the plan does, to the sixth level. */
function NodeHead({ node, depth }: { node: NodeLine; depth: number }) {
  const Heading = (["h2", "h3", "h4", "h5", "h6"] as const)[Math.min(depth - 2, 4)] ?? "h6";
  return (
    <>
      <Heading id={`node-${node.id}`}>
        {node.level ? <span className="small muted"><LocalText text={node.level} /> <span className="nowrap">{node.code}</span><br /></span> : null}
        <Link to={node.href}><LocalText text={node.title} /></Link>
      </Heading>
      {node.components.length > 0 ? <p className="small muted">{node.components.join(" · ")}</p> : null}
    </>
  );
}

function NodeBody({ node, depth }: { node: NodeLine; depth: number }) {
  const { t } = useTranslation();
  return (
    <>
      {node.indicators.length > 0 ? (
        <>
          <p className="small muted">{t("plan.outcomeIndicators")}</p>
          <Indicators lines={node.indicators} />
        </>
      ) : null}
      {node.measures.length > 0 ? <ul className="tree plan-measures">{node.measures.map((measure) => <MeasureItem key={measure.code} measure={measure} />)}</ul> : null}
      {node.children.length > 0 ? (
        <ul className="tree">
          {node.children.map((child) => (
            <li key={child.id} className="stack-tight">
              <NodeHead node={child} depth={depth + 1} />
              <NodeBody node={child} depth={depth + 1} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

export function MeasureItem({ measure }: { measure: MeasureLine }) {
  const { t } = useTranslation();
  return (
    <li>
      <p className="plan-measure">
        <span className="nowrap muted small">{measure.code}</span> <Link to={measure.href}><LocalText text={measure.title} /></Link>
      </p>
      <p className="small muted">{[measure.executors, measure.runs].filter(Boolean).join(" · ")}</p>
      {measure.indicators.length > 0 ? <Indicators lines={measure.indicators} /> : <p className="small">{t("plan.noIndicators")}</p>}
    </li>
  );
}

function Indicators({ lines }: { lines: readonly IndicatorLine[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plan-indicators">
      {lines.map((line) => (
        <li key={line.code}>
          <span className="plan-indicator-name">
            <span className="nowrap muted small">{line.code}</span> <Link to={line.href}><LocalText text={line.name} /></Link>
          </span>
          <span className="plan-indicator-value">
            {line.value === null || line.value.main === "" ? null : <b>{line.value.main}</b>}
            {line.value === null || line.value.beside === "" ? null : <span className="small muted">{line.value.beside}</span>}
            {line.target === null ? null : <span className="small muted">{t("plan.ofTarget", { target: line.target })}</span>}
          </span>
          <span className="row row-middle">
            {line.isRestricted ? <FactTag fact="restricted" /> : null}
            {line.state === null ? null : <IndicatorStateTag state={line.state} exclusion={line.exclusion} />}
            <PaceLight light={line.light} />
          </span>
        </li>
      ))}
    </ul>
  );
}
