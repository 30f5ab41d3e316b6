import { css } from "lit";

/**
 * The outermost frame of a component. Nothing of the page's style sheet gets past `.root`, and the few properties of the
 * host element that could hide or distort it are held: an `!important` inside the shadow tree wins over the page's.
 */
export const theme = css`
  :host {
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
    transform: none !important;
    filter: none !important;
    clip-path: none !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="auto"]) {
    color-scheme: light dark;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    display: block;
    --ink: var(--footnote-ink, light-dark(#1d1b18, #ebe6dc));
    --muted: var(--footnote-muted, light-dark(#5f594f, #aaa397));
    --paper: var(--footnote-paper, light-dark(#fcfaf5, #17191b));
    --surface: var(--footnote-surface, light-dark(#ffffff, #202326));
    --rule: var(--footnote-rule, light-dark(#ddd6c9, #3a3f43));
    --edge: var(--footnote-edge, light-dark(#8b8377, #7d8388));
    --accent: var(--footnote-accent, light-dark(#17506e, #8fc7e4));
    --on-accent: var(--footnote-on-accent, light-dark(#ffffff, #10222c));
    --highlight: var(--footnote-highlight, light-dark(#fbeeb4, #56491a));
    --danger: var(--footnote-danger, light-dark(#8f2317, #f0a79d));
    --radius: var(--footnote-radius, 4px);
    --text-font: var(
      --footnote-text-font,
      "Iowan Old Style",
      "Palatino Linotype",
      Palatino,
      Charter,
      Georgia,
      "Liberation Serif",
      serif
    );
    --ui-font: var(--footnote-ui-font, system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif);
    font-family: var(--ui-font);
    font-size: var(--footnote-font-size, medium);
    line-height: 1.5;
    color: var(--ink);
    text-align: start;
    overflow-wrap: anywhere;
  }
`;

/** Form controls, links and small helpers that all components use. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ol,
  ul,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  p,
  span,
  button,
  label,
  legend {
    unicode-bidi: plaintext; /* a language without its own words here keeps its marks at the right end */
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  a {
    color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  svg {
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .label {
    font-size: 0.75em;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--muted);
    font-weight: 600;
  }
  .quiet {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-height: 2em;
    min-width: 2em;
    justify-content: center;
    padding: 0 0.45em;
    font-size: 0.875em;
    color: var(--muted);
    border-radius: var(--radius);
  }
  .quiet:hover {
    color: var(--ink);
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }
  .primary {
    min-height: 2.5em;
    padding: 0 1em;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: var(--radius);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .chip {
    padding: 0.4em 0.75em;
    font-size: 0.9em;
    line-height: 1.35;
    text-align: start;
    color: var(--accent);
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: 1.1em;
  }
  .chip:hover {
    border-color: var(--accent);
  }
  .trouble {
    display: grid;
    gap: 0.6em;
    justify-items: start;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--danger);
  }
  .article-title {
    font-family: var(--text-font);
    font-size: 1.15em;
    line-height: 1.3;
    font-weight: 700;
    text-wrap: balance;
  }
  .article-title a {
    color: inherit;
    text-decoration-color: var(--rule);
  }
  .article-title a:hover {
    text-decoration-color: currentColor;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-block-start: 0.3em;
    font-size: 0.85em;
    color: var(--muted);
  }
  .verdict {
    padding: 0.1em 0.6em;
    font-weight: 600;
    color: var(--ink);
    background: color-mix(in srgb, var(--ink) 6%, transparent);
    border: 1px solid var(--edge);
    border-radius: 2px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .chip,
    .quiet,
    .primary {
      transition:
        background-color 120ms,
        border-color 120ms,
        color 120ms;
    }
  }
  @media (forced-colors: active) {
    .primary,
    .chip,
    .verdict {
      border: 1px solid ButtonText;
    }
  }
`;
