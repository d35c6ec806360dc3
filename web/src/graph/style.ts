import type cytoscape from 'cytoscape';
import type { Family } from '../text/kinds';

const shapes: Record<Family, cytoscape.Css.NodeShape> = {
  person: 'ellipse', organization: 'rectangle', place: 'diamond', post: 'triangle', meeting: 'hexagon', agreement: 'cut-rectangle', money: 'octagon', document: 'round-tag',
};

/** The colours of the page, as the canvas needs them. */
export function colours(): (name: string) => string {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue('--' + name).trim();
}

/** The style sheet of the canvas. Marks above Thai letters stay whole only where
 * the text has a background with some room around it, if an invisible one. */
export function styles(): cytoscape.StylesheetJson {
  const c = colours();
  const text = {
    'font-family': '"Noto Sans Thai Variable", system-ui, sans-serif', color: c('ink'),
    'text-background-color': c('ground'), 'text-background-opacity': 0, 'text-background-padding': '6px',
  } as const;
  return [
    { selector: 'node', style: { ...text, label: 'data(label)', 'font-size': 13, 'text-wrap': 'wrap', 'text-max-width': '400px', 'line-height': 1.35, 'text-valign': 'bottom', 'text-margin-y': 2, 'min-zoomed-font-size': 7, width: 'data(size)', height: 'data(size)', 'border-width': 0, 'border-color': c('ink') } },
    ...Object.entries(shapes).map(([family, shape]) => ({ selector: `node.${family}`, style: { shape, 'background-color': c(family) } })),
    { selector: 'node.pending', style: { 'background-opacity': 0.35, 'border-width': 2, 'border-style': 'dashed' as const } },
    { selector: 'node.pinned', style: { 'border-width': 2, 'border-style': 'double' as const } },
    { selector: 'node:selected', style: { 'border-width': 4, 'border-color': c('focus'), 'border-style': 'solid' as const } },
    { selector: 'edge', style: { ...text, label: 'data(label)', 'font-size': 10, color: c('quiet'), 'text-rotation': 'autorotate', 'min-zoomed-font-size': 8, width: 'data(width)', 'line-color': c('edge'), 'target-arrow-color': c('edge'), 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, 'curve-style': 'bezier', 'control-point-step-size': 50 } },
    { selector: 'edge.pending', style: { 'line-style': 'dashed' } },
    { selector: 'edge:selected, edge.chosen', style: { 'line-color': c('focus'), 'target-arrow-color': c('focus') } },
  ];
}

export { shapes };
