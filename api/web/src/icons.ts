import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const icon = (paths: SVGTemplateResult): TemplateResult =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`;

export const icons = {
  close: icon(svg`<path d="M5 5l10 10M15 5L5 15"/>`),
  copy: icon(svg`<path d="M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4"/>`),
  up: icon(svg`<path d="M3 9h3v8H3zM6 9.5L9.5 3c1.6 0 2.2 1 2 2.4L11 8h5.5l-1.5 7.5c-.2 1-.9 1.5-1.9 1.5H6"/>`),
  down: icon(svg`<path d="M3 11h3V3H3zM6 10.5L9.5 17c1.6 0 2.2-1 2-2.4L11 12h5.5L15 4.5c-.2-1-.9-1.5-1.9-1.5H6"/>`),
  search: icon(svg`<circle cx="8.5" cy="8.5" r="5"/><path d="M12.5 12.5L17 17"/>`),
  clock: icon(svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l3 2"/>`),
  ask: icon(svg`<path d="M3 4h14v10H9l-4 3.5V14H3z"/>`),
};
